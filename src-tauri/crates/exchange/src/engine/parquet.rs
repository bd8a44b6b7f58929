//! Parquet: one group of rows after the other, so that only the last one is in memory; not packed,
//! texts by dictionary.

use std::io::Write;
use std::sync::Arc;

use chrono::Datelike;
use parquet::basic::{LogicalType, Repetition, TimeUnit, Type as Physical};
use parquet::data_type::{BoolType, ByteArray, ByteArrayType, DataType, Int32Type, Int64Type};
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use parquet::schema::types::Type;

use super::write::EngineError;
use super::{Column, Kind, Table, Value};

/// Rows of one group.
const ROWS: usize = 10_000;
/// Digits of a share, two of them behind the point.
const PRECISION: i32 = 7;
/// Days from the year 1 to 1970.
const EPOCH: i32 = 719_163;

/// A table as Parquet, group by group.
pub(super) struct ParquetTable<W: Write + Send> {
    table: &'static Table,
    writer: SerializedFileWriter<W>,
    waiting: Vec<Vec<Value>>,
}

impl<W: Write + Send> ParquetTable<W> {
    pub(super) fn begin(table: &'static Table, to: W) -> Result<Self, EngineError> {
        let schema = Arc::new(schema(table)?);
        let by = format!("piaojue {}", env!("CARGO_PKG_VERSION"));
        let properties = Arc::new(WriterProperties::builder().set_created_by(by).build());
        let writer = SerializedFileWriter::new(to, schema, properties)?;
        Ok(Self { table, writer, waiting: Vec::new() })
    }

    pub(super) fn write(&mut self, row: Vec<Value>) -> Result<(), EngineError> {
        self.waiting.push(row);
        if self.waiting.len() == ROWS { self.write_group() } else { Ok(()) }
    }

    /// Writes the last group and the end of the file.
    pub(super) fn end(mut self) -> Result<W, EngineError> {
        if !self.waiting.is_empty() {
            self.write_group()?;
        }
        Ok(self.writer.into_inner()?)
    }

    fn write_group(&mut self) -> Result<(), EngineError> {
        let mut group = self.writer.next_row_group()?;
        let mut columns = self.table.columns.iter().enumerate();
        while let Some(mut writer) = group.next_column()? {
            if let Some((index, column)) = columns.next() {
                let values = self.waiting.iter().map(|row| row.get(index).unwrap_or(&Value::Empty));
                write_column(&mut writer, *column, values)?;
            }
            writer.close()?;
        }
        group.close()?;
        self.waiting.clear();
        Ok(())
    }
}

fn schema(table: &Table) -> Result<Type, ParquetError> {
    let fields = table.columns.iter().map(|column| field(column).map(Arc::new));
    let fields = fields.collect::<Result<_, _>>()?;
    Type::group_type_builder(table.name).with_fields(fields).build()
}

fn field(column: &Column) -> Result<Type, ParquetError> {
    let (physical, logical) = match column.kind {
        Kind::Text => (Physical::BYTE_ARRAY, Some(LogicalType::String)),
        Kind::Number => (Physical::INT64, None),
        Kind::Truth => (Physical::BOOLEAN, None),
        Kind::Day => (Physical::INT32, Some(LogicalType::Date)),
        Kind::Moment => (Physical::INT64, Some(LogicalType::timestamp(true, TimeUnit::MICROS))),
        Kind::Percent => (Physical::INT32, Some(LogicalType::decimal(2, PRECISION))),
    };
    let decimal = column.kind == Kind::Percent;
    let repetition = if column.needed { Repetition::REQUIRED } else { Repetition::OPTIONAL };
    Type::primitive_type_builder(column.name, physical)
        .with_repetition(repetition)
        .with_logical_type(logical)
        .with_precision(if decimal { PRECISION } else { -1 })
        .with_scale(if decimal { 2 } else { -1 })
        .build()
}

fn write_column<'a>(
    writer: &mut SerializedColumnWriter<'_>,
    column: Column,
    values: impl Iterator<Item = &'a Value>,
) -> Result<(), ParquetError> {
    match column.kind {
        Kind::Text => write_as::<ByteArrayType>(writer, column, values.map(text)),
        Kind::Number | Kind::Moment => write_as::<Int64Type>(writer, column, values.map(long)),
        Kind::Truth => write_as::<BoolType>(writer, column, values.map(truth)),
        Kind::Day | Kind::Percent => write_as::<Int32Type>(writer, column, values.map(int)),
    }
}

fn text(value: &Value) -> Option<ByteArray> {
    if let Value::Text(text) = value { Some(ByteArray::from(text.as_str())) } else { None }
}

fn truth(value: &Value) -> Option<bool> {
    if let Value::Truth(truth) = value { Some(*truth) } else { None }
}

fn long(value: &Value) -> Option<i64> {
    match value {
        Value::Number(number) => Some(*number),
        Value::Moment(at) => Some(at.timestamp_micros()),
        Value::Empty | Value::Text(_) | Value::Truth(_) | Value::Day(_) | Value::Percent(_) => None,
    }
}

fn int(value: &Value) -> Option<i32> {
    match value {
        Value::Day(day) => Some(day.num_days_from_ce() - EPOCH),
        Value::Percent(hundredths) => Some(*hundredths),
        Value::Empty | Value::Text(_) | Value::Truth(_) | Value::Number(_) | Value::Moment(_) => {
            None
        }
    }
}

/// Values that are there, and where none is.
fn write_as<T: DataType>(
    writer: &mut SerializedColumnWriter<'_>,
    column: Column,
    values: impl Iterator<Item = Option<T::T>>,
) -> Result<(), ParquetError> {
    let (mut there, mut known) = (Vec::new(), Vec::new());
    for value in values {
        known.push(i16::from(value.is_some()));
        there.extend(value);
    }
    let levels = (!column.needed).then_some(known.as_slice());
    writer.typed::<T>().write_batch(&there, levels, None).map(drop)
}
