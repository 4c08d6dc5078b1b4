//! The solver against trying every assignment.

use proptest::prelude::*;

use super::state::State;
use super::*;
use crate::policy::truth::Truth;

/// Sizes of the variables.
const SIZES: [usize; 8] = [2, 3, 3, 2, 2, 2, 2, 2];
const COSTS: [[u32; 3]; 8] =
    [[0, 1, 9], [1, 0, 2], [0, 1, 1], [0, 2, 9], [0, 1, 9], [0, 0, 9], [1, 0, 9], [0, 1, 9]];

/// A condition as the tests write it.
#[derive(Debug, Clone)]
enum Formula {
    Test(usize, [Truth; 3]),
    All(Vec<Formula>),
    Any(Vec<Formula>),
    Is(Box<Formula>, Truths),
}

impl Formula {
    fn judge(&self, values: &[usize]) -> Truth {
        match self {
            Self::Test(variable, truths) => truths[values[*variable]],
            Self::All(parts) => Truth::all(parts.iter().map(|part| part.judge(values))),
            Self::Any(parts) => Truth::any(parts.iter().map(|part| part.judge(values))),
            Self::Is(part, truths) => Truths::of(part.judge(values)).within(*truths).into(),
        }
    }

    fn add(&self, problem: &mut Problem, variables: &[Var]) -> Node {
        match self {
            Self::Test(variable, truths) => {
                problem.atom(variables[*variable], |value| Truths::of(truths[value]))
            }
            Self::All(parts) => {
                let parts: Vec<_> = parts.iter().map(|part| part.add(problem, variables)).collect();
                problem.all(parts)
            }
            Self::Any(parts) => {
                let parts: Vec<_> = parts.iter().map(|part| part.add(problem, variables)).collect();
                problem.any(parts)
            }
            Self::Is(part, truths) => {
                let part = part.add(problem, variables);
                problem.is(part, *truths)
            }
        }
    }
}

fn truth() -> impl Strategy<Value = Truth> + Clone {
    prop_oneof![Just(Truth::True), Just(Truth::False), Just(Truth::Undecided)]
}

fn truths() -> impl Strategy<Value = Truths> {
    let each = prop::collection::vec(truth(), 1..3);
    each.prop_map(|some| some.into_iter().map(Truths::of).fold(Truths::NONE, Truths::or))
}

fn test() -> impl Strategy<Value = Formula> + Clone {
    let test = (0..SIZES.len(), [truth(), truth(), truth()]);
    test.prop_map(|(variable, truths)| Formula::Test(variable, truths))
}

fn formula() -> impl Strategy<Value = Formula> {
    test().prop_recursive(4, 24, 4, |inner| {
        let several = prop::collection::vec(inner.clone(), 0..4);
        prop_oneof![
            several.clone().prop_map(Formula::All),
            several.prop_map(Formula::Any),
            (inner, truths()).prop_map(|(part, truths)| Formula::Is(Box::new(part), truths)),
        ]
    })
}

fn every_assignment() -> Vec<Vec<usize>> {
    let mut all = vec![Vec::new()];
    for size in SIZES {
        let longer = |values: &Vec<usize>| {
            let values = values.clone();
            (0..size).map(move |value| [values.clone(), vec![value]].concat())
        };
        all = all.iter().flat_map(longer).collect();
    }
    all
}

fn cost(values: &[usize]) -> u32 {
    values.iter().zip(COSTS).map(|(value, costs)| costs[*value]).sum()
}

/// The assignments that an answer stands for.
fn stands_for(found: &Found, variables: &[Var], values: &[usize]) -> bool {
    variables.iter().zip(values).all(|(var, value)| found.domains[*var].has(*value))
}

fn questions() -> impl Strategy<Value = Vec<(Formula, Truths)>> {
    prop::collection::vec((formula(), truths()), 1..4)
}

/// About as many short alternatives as can just be met, so that values have to be tried and
/// taken back.
fn clauses() -> impl Strategy<Value = Vec<(Formula, Truths)>> {
    let pair = prop::collection::vec(test(), 2).prop_map(Formula::All);
    let part = prop_oneof![5 => test(), 1 => pair];
    let clause = prop::collection::vec(part, 3).prop_map(Formula::Any);
    let wanted = prop_oneof![4 => Just(Truths::TRUE), 1 => Just(Truths::NOT_FALSE)];
    prop::collection::vec((clause, wanted), 10..28)
}

proptest! {
    #[test]
    fn answers_are_those_of_trying_everything(
        wanted in prop_oneof![questions(), clauses()],
        law in prop::option::of(formula()),
        budget in prop::option::of(0_u32..4),
    ) {
        let mut problem = Problem::new();
        let variables: Vec<Var> = SIZES
            .iter()
            .zip(COSTS)
            .map(|(size, costs)| problem.variable(costs[..*size].to_vec()))
            .collect();
        let mut question = Question { budget, ..Question::default() };
        for (formula, truths) in &wanted {
            let node = formula.add(&mut problem, &variables);
            question.wanted.push((node, *truths));
        }
        if let Some(law) = &law {
            let node = law.add(&mut problem, &variables);
            problem.laws.push(node);
        }
        let holds = |values: &Vec<usize>| {
            let asked = wanted
                .iter()
                .all(|(formula, truths)| Truths::of(formula.judge(values)).within(*truths));
            asked && law.as_ref().is_none_or(|law| law.judge(values) == Truth::True)
        };
        let affordable = |values: &Vec<usize>| budget.is_none_or(|most| cost(values) <= most);
        let every = every_assignment();
        let exists = every.iter().any(|values| holds(values) && affordable(values));

        let mut solver = Solver::new(&problem, u64::MAX);
        for _ in 0..2 {
            match solver.ask(&question, u64::MAX) {
                Answer::Some(found) => {
                    prop_assert!(exists);
                    for values in every.iter().filter(|one| stands_for(&found, &variables, one)) {
                        prop_assert!(holds(values), "{values:?}");
                    }
                    let cheapest = |var: &Var| {
                        problem.variables[*var].cheapest(&found.domains[*var]).unwrap().0
                    };
                    let values: Vec<usize> = variables.iter().map(cheapest).collect();
                    prop_assert!(affordable(&values));
                }
                Answer::None => prop_assert!(!exists),
                Answer::Limit => prop_assert!(false, "no limit was set"),
            }
        }
        let mut solver = Solver::new(&problem, 10);
        let answer = solver.ask(&question, 1);
        let spent = 10 - solver.steps;
        prop_assert!(spent <= 1, "a limit was passed");
        match answer {
            Answer::Some(_) => prop_assert!(exists),
            Answer::None => prop_assert!(!exists),
            Answer::Limit => prop_assert_eq!(spent, 1),
        }
    }
}

#[test]
fn asking_much_costs_steps_and_without_any_nothing_is_answered() {
    let mut problem = Problem::new();
    let variable = problem.variable(vec![0, 1]);
    let test =
        problem.atom(variable, |value| if value == 0 { Truths::TRUE } else { Truths::FALSE });
    let asked = |times: usize, steps: u64| {
        let question =
            Question { wanted: vec![(test, Truths::TRUE); times], ..Question::default() };
        let mut solver = Solver::new(&problem, steps);
        (solver.ask(&question, u64::MAX), solver.steps)
    };
    assert!(matches!(asked(1, 0).0, Answer::Limit));
    assert!(matches!(asked(1, 1), (Answer::Some(_), 1)));
    assert!(matches!(asked(2_500, 5), (Answer::Some(_), 4)));
    assert!(matches!(asked(200_000, 5), (Answer::Some(_), 0)));
}

#[test]
fn what_is_taken_back_leaves_what_was_asked_before() {
    let mut problem = Problem::new();
    let variable = problem.variable(vec![0, 1]);
    let test =
        problem.atom(variable, |value| if value == 0 { Truths::TRUE } else { Truths::UNDECIDED });
    let mut state = State::new(&problem);
    let before = state.work;
    state.focus(std::iter::once(test));
    assert_eq!(state.work, before + 1);
    assert!(state.want(test, Truths::NOT_FALSE).is_ok());
    let mark = state.mark();
    assert!(state.want(test, Truths::TRUE).is_ok());
    state.undo(mark);
    assert_eq!((&state.asked, state.wanted[test]), (&vec![test], Truths::NOT_FALSE));
    state.undo(0);
    assert_eq!((&state.asked, state.wanted[test]), (&Vec::new(), Truths::ALL));
}

#[test]
fn values_weigh_more_than_conditions() {
    let mut problem = Problem::new();
    let [few, many] = [2, 100].map(|size| problem.variable(vec![0; size]));
    assert_eq!(problem.weight_of_values(), 1 + 4);
    let [few, many] =
        [few, many].map(|var| problem.atom(var, |value| Truths::of((value == 1).into())));
    let both = problem.all([few, many]);
    assert_eq!([few, many, both].map(|node| problem.weight(node)), [1, 4, 1]);
}

#[test]
fn what_was_looked_at_is_paid_once() {
    let problem = Problem::new();
    let mut solver = Solver::new(&problem, 10);
    for (looked_at, left) in
        [(2047, 10), (1, 9), (5 * 2048 + 1, 4), (2046, 4), (1, 3), (u64::MAX, 0)]
    {
        solver.charge(looked_at);
        assert_eq!(solver.steps, left, "{looked_at}");
    }
}

#[test]
fn choices_take_steps_until_there_are_none() {
    let mut problem = Problem::new();
    let choices = 40;
    let mut wanted = Vec::new();
    for _ in 0..choices {
        let ways = [0, 1].map(|_| {
            let variable = problem.variable(vec![0, 0]);
            problem.atom(variable, |value| Truths::of((value == 1).into()))
        });
        wanted.push((problem.any(ways), Truths::TRUE));
    }
    let question = Question { wanted, ..Question::default() };
    let ask = |steps, limit| {
        let mut solver = Solver::new(&problem, steps);
        (solver.ask(&question, limit), solver.steps)
    };
    let (answer, left) = ask(100, u64::MAX);
    assert!(matches!(answer, Answer::Some(_)));
    let needed = 100 - left;
    assert!((choices / 8..choices / 2).contains(&needed), "{needed}");
    for (steps, limit) in [(needed - 1, u64::MAX), (100, needed - 1)] {
        let (answer, left) = ask(steps, limit);
        assert!(matches!(answer, Answer::Limit) && steps - left < needed, "{steps} {limit}");
    }
}
