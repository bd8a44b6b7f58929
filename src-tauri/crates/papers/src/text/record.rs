//! The fields of a paper as the template engine sees them: a record is looked into by name, and
//! neither written out nor compared with another, so that no step of a text goes through all of it.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use minijinja::value::{DynObject, Enumerator, Object, Value, ValueKind};

#[derive(Debug)]
struct Record(BTreeMap<String, Value>);

/// Returns fields, and what is in them, as records.
pub(super) fn recorded(fields: &Value) -> Value {
    let Ok(within) = fields.try_iter() else { return fields.clone() };
    let kind = fields.kind();
    if kind == ValueKind::Map {
        let field = |key: Value| {
            let value = fields.get_item(&key).unwrap_or_default();
            (key.to_string(), recorded(&value))
        };
        Value::from_object(Record(within.map(field).collect()))
    } else if matches!(kind, ValueKind::Seq | ValueKind::Iterable) {
        Value::from(within.map(|element| recorded(&element)).collect::<Vec<_>>())
    } else {
        fields.clone()
    }
}

impl Object for Record {
    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        self.0.get(key.as_str()?).cloned()
    }

    fn get_value_by_str(self: &Arc<Self>, key: &str) -> Option<Value> {
        self.0.get(key).cloned()
    }

    fn enumerate(self: &Arc<Self>) -> Enumerator {
        Enumerator::Values(self.0.keys().map(|key| Value::from(key.as_str())).collect())
    }

    fn enumerator_len(self: &Arc<Self>) -> Option<usize> {
        Some(self.0.len())
    }

    fn custom_cmp(self: &Arc<Self>, other: &DynObject) -> Option<Ordering> {
        let other = other.downcast_ref::<Self>()?;
        Some(std::ptr::from_ref(&**self).cmp(&std::ptr::from_ref(other)))
    }

    fn render(self: &Arc<Self>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("…")
    }
}
