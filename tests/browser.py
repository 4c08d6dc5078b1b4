"""Checks pages in a headless Chromium, over its own pipe: no driver and no library.

    python3 tests/browser.py chromium page.html...

For each page: no error on the console, nothing fetched, no dialog, no horizontal overflow from 320
to 1920 pixels, no table of the documentation cut off, no text of too little contrast in light or
dark, and a filter that filters. SHOTS=folder keeps pictures.
"""

import base64
import itertools
import json
import os
import pathlib
import subprocess
import sys
import tempfile

WIDTHS = [320, 390, 768, 1025, 1280, 1920]
PHONE, DESK = 390, 1280
# Screens of each page that are kept as pictures.
PARTS = 4

# The elements that stick out of the page, for the message.
OVERFLOW = """(() => {
  const wide = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= wide) return [];
  return [...document.querySelectorAll("body *")]
    .filter((element) => element.getBoundingClientRect().right > wide + 1)
    .slice(0, 5).map((element) => element.outerHTML.slice(0, 120));
})()"""

# The tables that are cut off and would have to be scrolled, by the columns that cannot be seen.
CUT = """[...document.querySelectorAll(".scroll")]
  .filter((box) => box.scrollWidth > box.clientWidth)
  .map((box) => [...box.querySelectorAll("thead th")].map((cell) => cell.textContent).at(-1))"""

# Texts that stand out too little from what is behind them (WCAG 2, level AA).
CONTRAST = """(() => {
  const channels = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = (colour) => {
    const [r, g, b] = channels(colour).map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if (channels(colour)[3] !== 0) return colour;
    }
    return "rgb(255, 255, 255)";
  };
  const faint = new Set();
  for (const element of document.querySelectorAll("body *:not(script)")) {
    if (![...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim())) continue;
    const pair = [light(getComputedStyle(element).color), light(behind(element))].sort((a, b) => a - b);
    if ((pair[1] + 0.05) / (pair[0] + 0.05) < 4.5) faint.add(element.tagName + "." + element.className);
  }
  return [...faint];
})()"""

# What is shown after something was typed and chosen: the rules, and the count.
FILTER = """((words, outcome) => {
  const set = (name, value) => {
    const field = document.getElementById(name);
    field.value = value;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };
  set("words", words);
  set("outcome", outcome);
  const rows = [...document.querySelectorAll("#rules tbody tr")];
  const shown = rows.filter((row) => row.offsetHeight > 0);
  return { all: rows.length, count: document.getElementById("count").textContent,
    outcomes: [...new Set(shown.map((row) => row.dataset.outcome))],
    shown: shown.map((row) => row.querySelector("th code").textContent), hash: location.hash };
})"""


class Browser:
    """A browser that is spoken to over its pipe: messages of JSON, each ended by a zero byte."""

    def __init__(self, program: str, profile: str):
        commands, self._out = os.pipe()
        self._in, answers = os.pipe()

        def pipes():
            # The browser reads from descriptor 3 and writes to descriptor 4.
            kept = [os.dup(commands), os.dup(answers)]
            os.dup2(kept[0], 3)
            os.dup2(kept[1], 4)

        options = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run",
                   "--disable-dev-shm-usage", "--remote-debugging-pipe", f"--user-data-dir={profile}"]
        self._process = subprocess.Popen([program, *options], preexec_fn=pipes, close_fds=False,
                                         stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(commands)
        os.close(answers)
        self._ids = itertools.count(1)
        self._rest = b""
        self._session = None
        self.events: list[dict] = []
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ["Page", "Runtime", "Log", "Network"]:
            self.call(f"{domain}.enable")

    def _message(self) -> dict:
        while b"\0" not in self._rest:
            part = os.read(self._in, 1 << 16)
            if not part:
                raise SystemExit("the browser went away")
            self._rest += part
        message, self._rest = self._rest.split(b"\0", 1)
        return json.loads(message)

    def call(self, method: str, **params) -> dict:
        number = next(self._ids)
        message = {"id": number, "method": method, "params": params}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._out, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._message()
            if answer.get("id") == number:
                if "error" in answer:
                    raise SystemExit(f"{method}: {answer['error']}")
                return answer["result"]
            self.events.append(answer)

    def open(self, address: str):
        # By way of an empty page, or an address that differs after `#` only would not be loaded.
        for each in ["about:blank", address]:
            self.events.clear()
            self.call("Page.navigate", url=each)
            while not any(event.get("method") == "Page.loadEventFired" for event in self.events):
                self.events.append(self._message())

    def run(self, script: str):
        result = self.call("Runtime.evaluate", expression=script, returnByValue=True)
        if "exceptionDetails" in result:
            raise SystemExit(f"the check itself failed: {result['exceptionDetails']}")
        return result["result"].get("value")

    def size(self, width: int, height: int = 900, scale: int = 1):
        phone = width < 600
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height,
                  deviceScaleFactor=scale, mobile=phone)

    def scheme(self, scheme: str):
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        self.call("Emulation.setEmulatedMedia", media="", features=features)

    def close(self):
        self.call("Browser.close")
        self._process.wait(timeout=30)


def complaints(browser: Browser, address: str) -> list[str]:
    """What the page did on its own that a page of words should not do."""
    found = []
    for event in browser.events:
        params = event.get("params", {})
        match event.get("method"):
            case "Runtime.exceptionThrown":
                found.append(f"exception: {params['exceptionDetails'].get('text')}")
            case "Runtime.consoleAPICalled" | "Log.entryAdded":
                entry = params.get("entry", params)
                found.append(f"console: {entry.get('text', entry.get('args'))}")
            case "Page.javascriptDialogOpening":
                found.append("a dialog opened")
            case "Network.requestWillBeSent":
                asked = params["request"]["url"]
                if asked.split("#")[0] not in (address, "about:blank"):
                    found.append(f"asked for {asked}")
    return found


def check(browser: Browser, page: pathlib.Path) -> list[str]:
    address = page.resolve().as_uri()
    found = []
    browser.size(DESK)
    for scheme in ["light", "dark"]:
        browser.scheme(scheme)
        browser.open(address)
        found += [f"{scheme}: too faint: {element}" for element in browser.run(CONTRAST)]
    browser.scheme("light")
    found += complaints(browser, address)
    for width in WIDTHS:
        browser.size(width)
        browser.open(address)
        found += [f"{width} pixels: sticks out: {element}" for element in browser.run(OVERFLOW)]
        if page.parent.name == "policies":
            # The straining pages may scroll their tables, those of the documentation need not.
            found += [f"{width} pixels: cut off: {column}" for column in browser.run(CUT)]
    found += filtered(browser, address)
    found += complaints(browser, address)
    return found


def filtered(browser: Browser, address: str) -> list[str]:
    """The filter: by outcome, by words, by both, from the address, and none without scripts."""
    found = []

    def expect(what: str, holds: bool):
        if not holds:
            found.append(f"filter: {what}")

    def choose(words: str, outcome: str) -> dict:
        return browser.run(f"{FILTER}({json.dumps(words)}, {json.dumps(outcome)})")

    browser.size(DESK)
    browser.open(address)
    start = choose("", "")
    everything = start["all"]
    expect("shows every rule at first", len(start["shown"]) == everything > 1)
    rejects = choose("", "reject")
    expect("by outcome", rejects["outcomes"] == ["reject"] and len(rejects["shown"]) < everything)
    expect("counts", rejects["count"] == f"{len(rejects['shown'])} of {everything} rules")
    expect("stands in the address", rejects["hash"] == "#outcome=reject")
    one = choose(start["shown"][0], "")
    expect("by the id of a rule", one["shown"][:1] == start["shown"][:1])
    expect("by words that nothing holds", choose("zzz-nothing", "")["shown"] == [])
    expect("is taken back", choose("", "")["shown"] == start["shown"])
    browser.open(address + "#outcome=accept")
    from_address = browser.run("[...document.querySelectorAll('#rules tbody tr:not([hidden])')].map((row) => row.dataset.outcome)")
    expect("from the address", from_address != [] and set(from_address) == {"accept"})

    browser.call("Emulation.setScriptExecutionDisabled", value=True)
    browser.open(address)
    browser.call("Emulation.setScriptExecutionDisabled", value=False)
    shown = browser.run("[...document.querySelectorAll('#rules tbody tr')].filter((row) => row.offsetHeight > 0).length")
    expect("is not needed: every rule without scripts", shown == everything)
    hidden = browser.run("document.getElementById('filter').offsetHeight === 0")
    expect("does not show without scripts", hidden)
    return found


def picture(browser: Browser, page: pathlib.Path, folder: pathlib.Path):
    address = page.resolve().as_uri()
    for name, width, height, scale, scheme in [
        ("phone", PHONE, 844, 2, "light"), ("phone-dark", PHONE, 844, 2, "dark"),
        ("desk", DESK, 900, 1, "light"), ("desk-dark", DESK, 900, 1, "dark"),
    ]:
        browser.scheme(scheme)
        browser.size(width, height, scale)
        browser.open(address)
        length = browser.call("Page.getLayoutMetrics")["cssContentSize"]["height"]
        for part, top in enumerate(range(0, min(int(length), PARTS * height), height)):
            clip = {"x": 0, "y": top, "width": width, "height": height, "scale": 1}
            shot = browser.call("Page.captureScreenshot", captureBeyondViewport=True, clip=clip)
            file = folder / f"{page.stem}-{name}-{part + 1}.png"
            file.write_bytes(base64.b64decode(shot["data"]))
    browser.scheme("light")
    browser.size(DESK)
    browser.open(address)
    paper = browser.call("Page.printToPDF", preferCSSPageSize=True, printBackground=False)
    (folder / f"{page.stem}.pdf").write_bytes(base64.b64decode(paper["data"]))


def main(program: str, names: list[str]) -> int:
    pages = [pathlib.Path(name) for name in names]
    assert pages, "no page to look at"
    failed = 0
    with tempfile.TemporaryDirectory() as profile:
        browser = Browser(program, profile)
        for page in pages:
            found = check(browser, page)
            failed += bool(found)
            print(f"{page}: {'ok' if not found else 'FAILED'}")
            for complaint in found:
                print(f"  {complaint}")
            if folder := os.environ.get("SHOTS"):
                picture(browser, page, pathlib.Path(folder))
        browser.close()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
