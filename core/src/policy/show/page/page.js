(() => {
  "use strict";
  const form = document.getElementById("filter");
  const words = document.getElementById("words");
  const outcome = document.getElementById("outcome");
  const count = document.getElementById("count");
  const rows = [...document.querySelectorAll("#rules tbody tr")];
  const texts = rows.map((row) => row.textContent.toLowerCase());

  // The filter stands in the address, so that a filtered page can be passed on.
  function read() {
    const wanted = new URLSearchParams(location.hash.slice(1));
    words.value = wanted.get("words") || "";
    outcome.value = wanted.get("outcome") || "";
    if (outcome.selectedIndex < 0) outcome.value = "";
  }

  function write() {
    const wanted = new URLSearchParams();
    if (words.value) wanted.set("words", words.value);
    if (outcome.value) wanted.set("outcome", outcome.value);
    history.replaceState(null, "", "#" + wanted);
  }

  function apply() {
    const parts = words.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    rows.forEach((row, index) => {
      const fits = (!outcome.value || row.dataset.outcome === outcome.value)
        && parts.every((part) => texts[index].includes(part));
      row.hidden = !fits;
      shown += fits ? 1 : 0;
    });
    count.textContent = shown + " of " + rows.length + " rules";
  }

  form.addEventListener("input", () => { apply(); write(); });
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", () => { if (location.hash.includes("=")) { read(); apply(); } });
  read();
  apply();
  form.hidden = false;
})();
