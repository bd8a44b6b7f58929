//! As much of JSON Schema draft 4 as the schema of NIST SP 1500-103 uses: types, keys, words,
//! lists, references.

use serde_json::{Map, Value};

const SCHEMA: &str = include_str!("data/NIST_V0_cast_vote_records.json");

/// Returns what in `report` is against the published schema.
pub fn faults_of_report(report: &Value) -> Vec<String> {
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    let mut faults = Checker { schema: &schema, faults: Vec::new() };
    faults.check("$", &schema, report);
    faults.faults
}

struct Checker<'a> {
    schema: &'a Value,
    faults: Vec<String>,
}

impl<'a> Checker<'a> {
    fn check(&mut self, path: &str, schema: &'a Value, value: &Value) {
        let rules = schema.as_object().unwrap();
        if let Some(target) = rules.get("$ref") {
            return self.check(
                path,
                self.schema.pointer(&target.as_str().unwrap()[1..]).unwrap(),
                value,
            );
        }
        for (rule, wanted) in rules {
            match rule.as_str() {
                "type" => self.note(has_type(value, wanted.as_str().unwrap()), || {
                    format!("{path} is no {wanted}")
                }),
                "enum" => self.note(wanted.as_array().unwrap().contains(value), || {
                    format!("{path} is {value}, not one of {wanted}")
                }),
                "required" => self.required(path, wanted, value),
                "properties" => self.properties(path, wanted.as_object().unwrap(), value),
                "items" => self.items(path, wanted, value),
                "minItems" => self.note(
                    value.as_array().unwrap().len()
                        >= usize::try_from(wanted.as_u64().unwrap()).unwrap(),
                    || format!("{path} is too short"),
                ),
                "oneOf" => self.one_of(path, wanted.as_array().unwrap(), value),
                "format" if wanted == "date-time" => {
                    self.note(
                        chrono::DateTime::parse_from_rfc3339(value.as_str().unwrap()).is_ok(),
                        || format!("{path} is no time"),
                    );
                }
                "format" | "refTypes" | "additionalProperties" => {} // additionalProperties is false everywhere: see properties
                other => assert!(
                    other.starts_with('$') || other == "definitions",
                    "the checker knows no {other}"
                ),
            }
        }
    }

    fn note(&mut self, holds: bool, fault: impl FnOnce() -> String) {
        if !holds {
            self.faults.push(fault());
        }
    }

    fn required(&mut self, path: &str, keys: &Value, value: &Value) {
        for key in keys.as_array().unwrap() {
            self.note(value.get(key.as_str().unwrap()).is_some(), || {
                format!("{path} has no {key}")
            });
        }
    }

    fn properties(&mut self, path: &str, properties: &'a Map<String, Value>, value: &Value) {
        for (key, inner) in value.as_object().unwrap() {
            match properties.get(key) {
                Some(schema) => self.check(&format!("{path}.{key}"), schema, inner),
                None => self.faults.push(format!("{path} must not have {key}")),
            }
        }
    }

    fn items(&mut self, path: &str, schema: &'a Value, value: &Value) {
        for (index, item) in value.as_array().unwrap().iter().enumerate() {
            self.check(&format!("{path}[{index}]"), schema, item);
        }
    }

    fn one_of(&mut self, path: &str, schemas: &'a [Value], value: &Value) {
        let fitting = schemas.iter().filter(|schema| {
            let mut inner = Checker { schema: self.schema, faults: Vec::new() };
            inner.check(path, schema, value);
            inner.faults.is_empty()
        });
        let fitting = fitting.count();
        self.note(fitting == 1, || format!("{path} fits {fitting} of the forms it may have"));
    }
}

fn has_type(value: &Value, wanted: &str) -> bool {
    match wanted {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "integer" => value.is_i64() || value.is_u64(),
        "boolean" => value.is_boolean(),
        other => panic!("the checker knows no type {other}"),
    }
}

/// Every id that stands anywhere, to see that references lead to one thing.
pub fn ids_and_references(value: &Value) -> (Vec<String>, Vec<String>) {
    let (mut ids, mut references) = (Vec::new(), Vec::new());
    collect(value, &mut ids, &mut references);
    (ids, references)
}

fn collect(value: &Value, ids: &mut Vec<String>, references: &mut Vec<String>) {
    match value {
        Value::Object(map) => {
            for (key, inner) in map {
                match (key.as_str(), inner) {
                    ("@id", Value::String(id)) => ids.push(id.clone()),
                    ("UniqueId", _) => {}
                    (key, Value::String(id)) if key.ends_with("Id") => references.push(id.clone()),
                    (key, Value::Array(list)) if key.ends_with("Ids") => {
                        references.extend(list.iter().map(|id| id.as_str().unwrap().to_owned()));
                    }
                    _ => collect(inner, ids, references),
                }
            }
        }
        Value::Array(list) => list.iter().for_each(|inner| collect(inner, ids, references)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
