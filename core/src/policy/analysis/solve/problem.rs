//! Variables with finitely many values, and conditions over them in Kleene's logic.

use std::collections::HashMap;
use std::collections::HashSet;

use super::bits::Bits;
use super::table::{Node, Table, Var};
use super::truths::Truths;

/// The most parts of one condition; more are put together in bundles, so that little has to be
/// looked at again when one part changes.
const WIDEST: usize = 16;

/// How many values are looked at as fast as one condition.
const VALUES_AT_ONCE: usize = 32;

/// Something that has one of finitely many values.
#[derive(Debug, Clone)]
pub(crate) struct Variable {
    /// What each value costs; the cheapest ones are preferred.
    pub(crate) costs: Vec<u32>,
}

impl Variable {
    pub(crate) fn all(&self) -> Bits {
        Bits::all(self.costs.len())
    }

    /// How much there is to look at to compare its values.
    fn weight(&self) -> u64 {
        1 + u64::try_from(self.costs.len() / VALUES_AT_ONCE).unwrap_or(u64::MAX)
    }

    /// The cheapest of these values, the first among equals.
    pub(crate) fn cheapest(&self, of: &Bits) -> Option<(usize, u32)> {
        let known = of.iter().filter_map(|value| Some((value, *self.costs.get(value)?)));
        known.min_by_key(|(value, cost)| (*cost, *value))
    }
}

/// A test of one variable: the values for which it is true, undecided and false.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Atom {
    pub(crate) var: Var,
    pub(crate) by_truth: [Bits; 3],
}

impl Atom {
    /// The values for which the test has one of these truths.
    pub(crate) fn values(&self, truths: Truths) -> Bits {
        let [first, ..] = &self.by_truth;
        let nothing = first.without(first);
        let chosen = Truths::EACH.iter().zip(&self.by_truth);
        chosen
            .filter(|(truth, _)| truth.within(truths))
            .fold(nothing, |sum, (_, values)| sum.or(values))
    }

    /// The truths that the test can have within a domain.
    pub(crate) fn truths(&self, domain: &Bits) -> Truths {
        let chosen = Truths::EACH.iter().zip(&self.by_truth);
        chosen
            .filter(|(_, values)| values.meets(domain))
            .fold(Truths::NONE, |sum, (truth, _)| sum.or(*truth))
    }
}

/// How a condition is made of others.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum Shape {
    Atom(Atom),
    All(Vec<Node>),
    Any(Vec<Node>),
    /// Whether another condition has one of these truths; never undecided.
    Is(Node, Truths),
}

/// All variables and conditions. Equal conditions are kept once.
#[derive(Debug)]
pub(crate) struct Problem {
    pub(crate) variables: Table<Var, Variable>,
    pub(crate) nodes: Table<Node, Shape>,
    /// The conditions that a condition is part of.
    pub(crate) parents: Table<Node, Vec<Node>>,
    /// The tests of each variable.
    pub(crate) tests: Table<Var, Vec<Node>>,
    known: HashMap<Shape, Node>,
    /// What holds of every assignment: conditions that are true whatever is asked.
    pub(crate) laws: Vec<Node>,
}

impl Problem {
    pub(crate) fn new() -> Self {
        Self {
            variables: Table::new(),
            nodes: Table::new(),
            parents: Table::new(),
            tests: Table::new(),
            known: HashMap::new(),
            laws: Vec::new(),
        }
    }

    /// How much there is to look at to judge a condition.
    pub(super) fn weight(&self, node: Node) -> u64 {
        match &self.nodes[node] {
            Shape::Atom(atom) => self.variables[atom.var].weight(),
            // A few parts: see `WIDEST`.
            Shape::All(_) | Shape::Any(_) | Shape::Is(..) => 1,
        }
    }

    /// How much there is to look at to say which values are left.
    pub(super) fn weight_of_values(&self) -> u64 {
        self.variables.iter().map(|(_, variable)| variable.weight()).sum()
    }

    pub(crate) fn variable(&mut self, costs: Vec<u32>) -> Var {
        self.tests.push(Vec::new());
        self.variables.push(Variable { costs })
    }

    /// A test that judges each value of a variable.
    pub(crate) fn atom(&mut self, var: Var, judge: impl Fn(usize) -> Truths) -> Node {
        let size = self.variables[var].costs.len();
        let judged: Vec<Truths> = (0..size).map(judge).collect();
        let by_truth = Truths::EACH.map(|truth| {
            let values = judged.iter().enumerate().filter(|(_, found)| **found == truth);
            Bits::of(size, values.map(|(value, _)| value))
        });
        self.add(Shape::Atom(Atom { var, by_truth }))
    }

    /// A test that is true for these values and false for all others.
    pub(crate) fn one_of(&mut self, var: Var, values: &Bits) -> Node {
        self.atom(var, |value| if values.has(value) { Truths::TRUE } else { Truths::FALSE })
    }

    pub(crate) fn constant(&mut self, truth: bool) -> Node {
        self.add(if truth { Shape::All(Vec::new()) } else { Shape::Any(Vec::new()) })
    }

    pub(crate) fn all(&mut self, parts: impl IntoIterator<Item = Node>) -> Node {
        self.several(parts, true)
    }

    pub(crate) fn any(&mut self, parts: impl IntoIterator<Item = Node>) -> Node {
        self.several(parts, false)
    }

    pub(crate) fn is(&mut self, part: Node, truths: Truths) -> Node {
        self.add(Shape::Is(part, truths))
    }

    /// What a condition is for one assignment.
    pub(crate) fn judge(&self, node: Node, values: &Table<Var, usize>) -> Truths {
        match &self.nodes[node] {
            Shape::Atom(atom) => {
                let value = values[atom.var];
                let known = Truths::EACH.iter().zip(&atom.by_truth);
                known
                    .into_iter()
                    .find(|(_, fitting)| fitting.has(value))
                    .map_or(Truths::UNDECIDED, |(truth, _)| *truth)
            }
            Shape::All(parts) => Truths::all(parts.iter().map(|part| self.judge(*part, values))),
            Shape::Any(parts) => {
                let parts = parts.iter().map(|part| self.judge(*part, values).flipped());
                Truths::all(parts).flipped()
            }
            Shape::Is(part, truths) => match self.judge(*part, values).within(*truths) {
                true => Truths::TRUE,
                false => Truths::FALSE,
            },
        }
    }

    /// Several parts, those of the same kind unfolded, tests of one variable made one.
    fn several(&mut self, parts: impl IntoIterator<Item = Node>, all: bool) -> Node {
        let mut flat = Vec::new();
        for part in parts {
            match &self.nodes[part] {
                Shape::All(inner) if all => flat.extend_from_slice(inner),
                Shape::Any(inner) if !all => flat.extend_from_slice(inner),
                _ => flat.push(part),
            }
        }
        let mut parts: Vec<Node> = Vec::new();
        let (mut seen, mut tested) = (HashSet::new(), HashMap::new());
        for part in flat {
            if !seen.insert(part) {
                continue;
            }
            let Shape::Atom(Atom { var, .. }) = &self.nodes[part] else {
                parts.push(part);
                continue;
            };
            let place = *tested.entry(*var).or_insert(parts.len());
            match parts.get(place).copied() {
                Some(other) => {
                    let merged = self.merged(other, part, all);
                    if let Some(slot) = parts.get_mut(place) {
                        *slot = merged;
                    }
                }
                None => parts.push(part),
            }
        }
        let shape = if all { Shape::All } else { Shape::Any };
        while parts.len() > WIDEST {
            parts = parts.chunks(WIDEST).map(|chunk| self.add(shape(chunk.to_vec()))).collect();
        }
        match parts.as_slice() {
            [only] => *only,
            _ => self.add(shape(parts)),
        }
    }

    /// One test that says what two tests of one variable say together.
    fn merged(&mut self, one: Node, other: Node, all: bool) -> Node {
        let (Shape::Atom(one), Shape::Atom(other)) = (&self.nodes[one], &self.nodes[other]) else {
            return one;
        };
        let [one_true, _, one_false] = &one.by_truth;
        let [other_true, _, other_false] = &other.by_truth;
        let (yes, no) = if all {
            (one_true.and(other_true), one_false.or(other_false))
        } else {
            (one_true.or(other_true), one_false.and(other_false))
        };
        let var = one.var;
        let open = self.variables[var].all().without(&yes).without(&no);
        self.add(Shape::Atom(Atom { var, by_truth: [yes, open, no] }))
    }

    fn add(&mut self, shape: Shape) -> Node {
        if let Some(node) = self.known.get(&shape) {
            return *node;
        }
        let node = self.nodes.push(shape.clone());
        self.parents.push(Vec::new());
        match &shape {
            Shape::Atom(atom) => self.tests[atom.var].push(node),
            Shape::All(parts) | Shape::Any(parts) => {
                for part in parts {
                    self.parents[*part].push(node);
                }
            }
            Shape::Is(part, _) => self.parents[*part].push(node),
        }
        self.known.insert(shape, node);
        node
    }
}
