//! Arguments that are not bodies. What Python alone can get wrong is refused here; what the
//! core can judge is passed on.

use idenfy_rules::Date;
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyByteArray, PyBytes, PyMapping, PyString};

use crate::body::bytes_like_or_text;
use crate::errors;

type Argument<'a, 'py> = &'a Bound<'py, PyAny>;

/// An argument that may be left out.
pub(crate) type Given<'a, 'py> = Option<Argument<'a, 'py>>;

fn refused(value: Argument<'_, '_>, name: &str, wanted: &str) -> PyErr {
    errors::argument(value.py(), name, &format!("`{name}` must be {wanted}"))
}

/// A str.
pub(crate) fn text(value: Argument<'_, '_>, name: &str) -> PyResult<String> {
    value.extract().map_err(|_| refused(value, name, "a str"))
}

/// An int that `T` can hold. A bool is no number here: it was meant for another argument.
pub(crate) fn whole<T: TryFrom<i64>>(value: Argument<'_, '_>, name: &str) -> PyResult<T> {
    let number = if value.is_instance_of::<PyBool>() { None } else { value.extract().ok() };
    number
        .and_then(|number: i64| T::try_from(number).ok())
        .ok_or_else(|| refused(value, name, "a whole number in range"))
}

/// An int between two bounds, both included.
pub(crate) fn within(
    value: Argument<'_, '_>,
    name: &str,
    least: usize,
    most: usize,
) -> PyResult<usize> {
    let number = whole(value, name).ok().filter(|number| (least..=most).contains(number));
    number.ok_or_else(|| refused(value, name, &format!("a whole number, {least} to {most}")))
}

/// A float or an int.
pub(crate) fn number(value: Argument<'_, '_>, name: &str) -> PyResult<f64> {
    let number = if value.is_instance_of::<PyBool>() { None } else { value.extract().ok() };
    number.ok_or_else(|| refused(value, name, "a number"))
}

/// A bool.
pub(crate) fn flag(value: Argument<'_, '_>, name: &str) -> PyResult<bool> {
    value.extract().map_err(|_| refused(value, name, "a bool"))
}

/// What was given, if it was.
pub(crate) fn optional<T>(
    value: Given<'_, '_>,
    name: &str,
    read: fn(Argument<'_, '_>, &str) -> PyResult<T>,
) -> PyResult<Option<T>> {
    value.map(|value| read(value, name)).transpose()
}

/// A key of a mapping, and what its value sets.
pub(crate) type Key<T> = (&'static str, fn(&mut T, Argument<'_, '_>, &str) -> PyResult<()>);

/// Sets what a mapping holds. A value of None counts as not there.
pub(crate) fn take<T>(
    target: &mut T,
    keys: &[Key<T>],
    mapping: Argument<'_, '_>,
    name: &str,
) -> PyResult<()> {
    let wrong = |_| refused(mapping, name, "a mapping or None");
    for pair in mapping.cast::<PyMapping>().map_err(wrong)?.items()? {
        let (key, value): (Bound<'_, PyAny>, Bound<'_, PyAny>) = pair.extract()?;
        let key = text(&key, name)?;
        match keys.iter().find(|(known, _)| *known == key) {
            None => {
                let known: Vec<_> = keys.iter().map(|(known, _)| *known).collect();
                return Err(errors::unknown_key(mapping.py(), name, &key, &known));
            }
            Some(_) if value.is_none() => {}
            Some((key, set)) => set(target, &value, key)?,
        }
    }
    Ok(())
}

/// Puts a value that could be read in its place.
pub(crate) fn put<T>(place: &mut T, value: PyResult<T>) -> PyResult<()> {
    *place = value?;
    Ok(())
}

/// Several texts, sorted. One str is refused: it would count as its letters.
pub(crate) fn texts(value: Argument<'_, '_>, name: &str) -> PyResult<Vec<String>> {
    let wanted = || refused(value, name, "an iterable of str");
    let single = value.is_instance_of::<PyString>()
        || value.is_instance_of::<PyBytes>()
        || value.is_instance_of::<PyByteArray>();
    if single {
        return Err(wanted());
    }
    let items = value.try_iter().map_err(|_| wanted())?;
    let mut texts = items.map(|item| text(&item?, name)).collect::<PyResult<Vec<_>>>()?;
    texts.sort_unstable();
    texts.dedup();
    Ok(texts)
}

/// A date: ISO text, `datetime.date`, or the day of a `datetime.datetime`.
pub(crate) fn date(value: Argument<'_, '_>) -> PyResult<Date> {
    let py = value.py();
    Date::read(&iso(value)?).map_err(|error| errors::input(py, &error))
}

/// A date as ISO text, which the core has yet to judge.
pub(crate) fn iso(value: Argument<'_, '_>) -> PyResult<String> {
    if value.is_instance_of::<PyString>() {
        return text(value, "date");
    }
    let datetime = value.py().import("datetime")?;
    let day = if value.is_instance(&datetime.getattr("datetime")?)? {
        value.call_method0("date")?
    } else {
        value.clone()
    };
    if day.is_instance(&datetime.getattr("date")?)? {
        return day.call_method0("isoformat")?.extract();
    }
    Err(errors::argument(value.py(), "date", "`today` must be ISO text or a `datetime.date`"))
}

/// The value of a header: str or bytes-like. Headers are text without an agreed encoding, so
/// what is not UTF-8 is replaced: no word that counts is lost by that.
pub(crate) fn header(value: Argument<'_, '_>, name: &str) -> PyResult<String> {
    header_text(value)?.ok_or_else(|| refused(value, name, "str or bytes"))
}

/// The same; `None` for a value of another type.
pub(crate) fn header_text(value: Argument<'_, '_>) -> PyResult<Option<String>> {
    let bytes = bytes_like_or_text(value)?;
    Ok(bytes.map(|bytes| String::from_utf8_lossy(&bytes).into_owned()))
}
