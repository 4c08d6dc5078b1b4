"""A table of rules in the language of every peer. Each function gives the text of one file."""

import json

from rules import COLUMNS, OTHERWISE, STRENGTH, asked


def quoted(options, between=", "):
    return between.join(json.dumps(option) for option in options)


def idenfy_rules(rows):
    """A policy document of this library."""

    def when(row):
        return {
            COLUMNS[name][2]: {"any": options} if COLUMNS[name][1] else options
            for name, options in asked(row)
        }

    def rule(row):
        why = {"why": "Generated."} if row["then"] == "accept" else {}
        return {"id": row["id"], "when": when(row), "then": row["then"]} | why

    document = {"format": 1, "name": f"bench-{len(rows)}", "rules": [rule(row) for row in rows],
                "otherwise": OTHERWISE}
    return json.dumps(document)


def json_logic(rows):
    """JSONLogic for datalogic: one `if` with a branch per rule; the first hit ends it."""

    def asks(name, options):
        path, is_list, _ = COLUMNS[name]
        if is_list:
            hits = [{"in": [option, {"var": path}]} for option in options]
            return hits[0] if len(hits) == 1 else {"or": hits}
        if len(options) == 1:
            return {"==": [{"var": path}, options[0]]}
        return {"in": [{"var": path}, options]}

    def condition(row):
        parts = [asks(name, options) for name, options in asked(row)]
        return parts[0] if len(parts) == 1 else {"and": parts}

    branches = [part for row in rows for part in (condition(row), row["then"])]
    return json.dumps({"if": [*branches, OTHERWISE]})


def decision_table(rows):
    """A decision table for zen with hit policy `first`; the last row is the default."""

    def cell(name, options):
        if COLUMNS[name][1]:
            return f"some($, # in [{quoted(options)}])"
        return quoted(options)

    def line(number, row):
        cells = {name: "" for name in COLUMNS} | dict(
            (name, cell(name, options)) for name, options in asked(row)
        )
        return {"_id": f"r{number}"} | cells | {"then": json.dumps(row["then"])}

    last = {"_id": "last"} | {name: "" for name in COLUMNS} | {"then": json.dumps(OTHERWISE)}
    content = {
        "hitPolicy": "first", "passThrough": False,
        "inputs": [{"id": name, "name": name, "field": COLUMNS[name][0]} for name in COLUMNS],
        "outputs": [{"id": "then", "name": "then", "field": "then"}],
        "rules": [*(line(number, row) for number, row in enumerate(rows)), last],
    }
    nodes = [
        {"id": "in", "name": "request", "type": "inputNode", "content": {}},
        {"id": "table", "name": "table", "type": "decisionTableNode", "content": content},
        {"id": "out", "name": "response", "type": "outputNode", "content": {}},
    ]
    edges = [{"id": "e1", "sourceId": "in", "targetId": "table"},
             {"id": "e2", "sourceId": "table", "targetId": "out"}]
    return json.dumps({"nodes": nodes, "edges": edges})


def cedar(rows):
    """Cedar knows permit and forbid only: a permit per rule, whose reasons name what was true."""

    def asks(name, options):
        if COLUMNS[name][1]:
            return f"context.{name}.containsAny([{quoted(options)}])"
        if len(options) == 1:
            return f"context.{name} == {quoted(options)}"
        return f"[{quoted(options)}].contains(context.{name})"

    def policy(row):
        condition = " && ".join(asks(name, options) for name, options in asked(row))
        then = f'@id("{row["id"]}") @then("{row["then"]}")'
        return f"{then} permit (principal, action, resource) when {{ {condition} }};"

    return "\n".join(policy(row) for row in rows)


def rego(rows):
    """Rego for regorus: a partial set of the ids of the true rules."""

    def asks(name, options):
        path, is_list, _ = COLUMNS[name]
        if is_list:
            return f"some tag in input.{path}; tag in {{{quoted(options)}}}"
        if len(options) == 1:
            return f"input.{path} == {quoted(options)}"
        return f"input.{path} in {{{quoted(options)}}}"

    def rule(row):
        condition = "; ".join(asks(name, options) for name, options in asked(row))
        return f'hits contains "{row["id"]}" if {{ {condition} }}'

    return "\n".join(["package bench", "import rego.v1", *(rule(row) for row in rows)])


def cel(rows):
    """One CEL expression per outcome: does any rule with that outcome hold?"""

    def asks(name, options):
        path, is_list, _ = COLUMNS[name]
        if is_list:
            return f"{path}.exists(t, t in [{quoted(options)}])"
        return f"{path} in [{quoted(options)}]"

    def condition(row):
        return "(" + " && ".join(asks(name, options) for name, options in asked(row)) + ")"

    by_outcome = {then: [condition(row) for row in rows if row["then"] == then] for then in STRENGTH}
    return json.dumps({then: " || ".join(parts) for then, parts in by_outcome.items() if parts})


LANGUAGES = {
    "rules.json": lambda rows: json.dumps(rows),
    "policy.json": idenfy_rules,
    "logic.json": json_logic,
    "table.json": decision_table,
    "policies.cedar": cedar,
    "policy.rego": rego,
    "cel.json": cel,
}
