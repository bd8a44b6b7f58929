//! The page that tells what stands in the tables, and the statements that create them in
//! PostgreSQL: both from the declarations.

use super::{Column, TABLES, Table};

const HEAD: &str = "\
# The tables for engines 表的结构

Written by `piaojue-cli tables` from the same declarations as the tables. Every table is there as `NAME.csv` (UTF-8, a heading, RFC 4180) and as
`NAME.parquet`; `schema.sql` creates them in PostgreSQL. What is not known, not there or not announced is NULL (empty in CSV), and so is an empty text. A
`session` is named by the fingerprint of the first entry of its journal, the same in every copy; the other columns of a key count within it.
";

/// Returns the page, in Markdown.
#[must_use]
pub fn schema_page() -> String {
    TABLES.iter().map(page_of).fold(HEAD.to_owned(), |page, table| page + &table)
}

fn page_of(table: &Table) -> String {
    let [zh, en] = table.of;
    let key: Vec<String> = table.key.iter().map(|name| format!("`{name}`")).collect();
    let rows: Vec<String> = table.columns.iter().map(row_of).collect();
    format!(
        "\n## {}\n{zh} · {en}. Key: {}.\n\n| column | type | unit | NULL | 说明 | meaning |\n|---|---|---|---|---|---|\n{}\n",
        table.name,
        key.join(", "),
        rows.join("\n")
    )
}

fn row_of(column: &Column) -> String {
    let Column { name, kind, needed, unit, says: [zh, en] } = column;
    let null = if *needed { "" } else { "yes" };
    format!("| `{name}` | {} | {unit} | {null} | {zh} | {en} |", kind.sql())
}

/// Returns the statements that create the tables in PostgreSQL.
#[must_use]
pub fn schema_sql() -> String {
    TABLES.iter().map(sql_of).collect()
}

fn sql_of(table: &Table) -> String {
    let mut lines: Vec<String> = table.columns.iter().map(of_column).collect();
    lines.push(format!("  PRIMARY KEY ({})", table.key.join(", ")));
    format!("CREATE TABLE {} (\n{}\n);\n", table.name, lines.join(",\n"))
}

fn of_column(column: &Column) -> String {
    let needed = if column.needed { " NOT NULL" } else { "" };
    format!("  {} {}{needed}", column.name, column.kind.sql())
}
