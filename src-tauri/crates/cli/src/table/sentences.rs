//! What is wrong with a list, and what to do about it, as sentences.

use exchange::table::{Fault, Note, OtherFile, Place, Skipped, What};

use crate::language::Language;

/// Returns a fault as one sentence: where, what stands there, what is wrong, what to do.
pub(super) fn of_fault(fault: &Fault, language: Language) -> String {
    let value = &fault.value;
    let said = match language {
        Language::Zh => chinese(&fault.what, value),
        Language::En => english(&fault.what, value),
    };
    let place = of_place(&fault.place, language);
    if place.is_empty() {
        said
    } else {
        language.of(format!("{place}{said}"), format!("{place}: {said}"))
    }
}

fn of_place(place: &Place, language: Language) -> String {
    match (&place.line, &place.column) {
        (Some(line), Some(column)) => {
            language.of(format!("第{line}行“{column}”"), format!("line {line}, {column}"))
        }
        (Some(line), None) => language.of(format!("第{line}行"), format!("line {line}")),
        (None, Some(column)) => language.of(format!("“{column}”"), column.clone()),
        (None, None) => String::new(),
    }
}

#[expect(clippy::too_many_lines, reason = "one table: a sentence for each fault")]
fn chinese(what: &What, value: &str) -> String {
    match what {
        What::Empty => "文件里没有内容。请确认选对了文件，并已保存".to_owned(),
        What::LockFile => {
            "这是Excel或WPS打开文件时留下的临时文件，不是表格。请选择不带“~$”的那一个".to_owned()
        }
        What::Encrypted => "工作簿设有密码。请在Excel或WPS中取消密码，另存后再导入".to_owned(),
        What::NotATable { found } => {
            format!("这不是表格文件，而是{}。请另存为xlsx或csv后再导入", other_chinese(*found))
        }
        What::CutOff => {
            "文件不完整，可能还在保存或没有复制完。请保存、关闭后重新复制，再导入".to_owned()
        }
        What::Damaged { said } => {
            format!("工作簿已损坏，读不出来（{said}）。请用Excel或WPS打开，另存为xlsx后再导入")
        }
        What::TooLarge { megabytes } => {
            format!("工作簿展开后超过{megabytes}MB，不是名单。请只留下名单所在的工作表再导入")
        }
        What::UnknownEncoding => {
            "文字编码既不是UTF-8、UTF-16，也不是GB18030。请用Excel或WPS另存为xlsx后再导入"
                .to_owned()
        }
        What::BrokenCharacter => "有损坏的字符。请改正这一行，或另存为xlsx后再导入".to_owned(),
        What::StrayQuote => "的引号只有一半，下面各行都被它吞掉。请删去或补齐这个引号".to_owned(),
        What::TooManyRows { limit } => {
            format!("超过{limit}行，不是一个乡镇的名单。请确认选对了文件和工作表")
        }
        What::NoHeading { known } => {
            format!("没有找到表头。表头应有{}等栏；也可以手工指定各栏", quoted(known))
        }
        What::NoRows => "表头下面没有数据。请确认选对了文件和工作表".to_owned(),
        What::NoSuchSheet { sheets } => format!("没有这张工作表。工作簿中有{}", quoted(sheets)),
        What::MissingColumn => "表头中没有这一栏。请补上这一栏，或手工指定是哪一栏".to_owned(),
        What::ColumnTwice { other } => {
            format!("有两栏都像（另一栏是“{other}”）。请改名或手工指定其中一栏")
        }
        What::Missing => "是空的。请补上，或删去这一行".to_owned(),
        What::NotANumber { least, most } => {
            format!("“{value}”不是{least}到{most}的整数。请改成整数")
        }
        What::NotAnAmount => {
            format!("“{value}”不是金额。请写成数字，如386.5（万元），最多精确到元")
        }
        What::NotADate => format!("“{value}”没有这一天。请改成如2026年10月31日"),
        What::UnknownWord { known } => format!("“{value}”不认识。请改成{}之一", quoted(known)),
        What::ReasonMissing => "未完成的项目没有说明原因。请在“情况说明”中写明".to_owned(),
        What::FormulaWithoutValue { formula } => {
            format!("公式={formula}没有存下结果。请用Excel或WPS打开后保存一次，再导入")
        }
        What::FormulaError { said } => {
            format!("公式的结果是{said}，算不出数。请在原表中改正公式引用的单元格，或直接填写数字")
        }
        What::Twice { first_line } => {
            format!("“{value}”与第{first_line}行重复。请删去一行或改正其中一行")
        }
        What::NameNeedsNote { first_line } => {
            format!(
                "“{value}”与第{first_line}行同名。如是两人，请在“备注”中写明区别；如是一人，请删去一行"
            )
        }
        What::NoSuchDeputy { name } => {
            format!("代表名册上没有“{}”。请核对姓名", visible(name))
        }
        What::SeveralDeputies { name } => {
            format!("名册上有几位“{}”。请在姓名后注明是哪一位，例如“李伟（石门村）”", visible(name))
        }
        What::NotOnTheRoster => format!("“{value}”与代表名册不符。请核对姓名和代表编号"),
        What::Invisible { position, code_point } => {
            format!(
                "“{}”的第{position}个字符U+{code_point:04X}看不见。请删去后重新输入",
                visible(value)
            )
        }
        What::Unshowable { position, code_point } => {
            format!(
                "“{}”的第{position}个字符U+{code_point:04X}无法显示。请重新输入这个字",
                visible(value)
            )
        }
        What::CannotDraw { character, position, code_point } => format!(
            "“{value}”的第{position}个字“{character}”（U+{code_point:04X}）字库中没有，印不出来。请换用有此字的字体或改用通行写法"
        ),
        What::SeveralNames => format!("“{value}”不止一个姓名。请一人一行"),
        What::NothingVisible => format!("“{}”中没有可见的字，不是姓名。请填写姓名", visible(value)),
    }
}

#[expect(clippy::too_many_lines, reason = "one table: a sentence for each fault")]
fn english(what: &What, value: &str) -> String {
    match what {
        What::Empty => "nothing stands in the file; make sure it is the right one and was saved".to_owned(),
        What::LockFile => {
            "this is the mark Excel or WPS leaves beside an open file; choose the one without “~$”".to_owned()
        }
        What::Encrypted => "the workbook has a password; take it off in Excel or WPS and save".to_owned(),
        What::NotATable { found } => {
            format!("this is no table but {}; save it as xlsx or csv first", other_english(*found))
        }
        What::CutOff => {
            "the file ends in the middle: it is still being saved, or its copy broke off; close it and copy it again".to_owned()
        }
        What::Damaged { said } => {
            format!("the workbook cannot be read ({said}); open it in Excel or WPS and save it as xlsx")
        }
        What::TooLarge { megabytes } => {
            format!("unpacked the workbook has more than {megabytes} MB and is no list; keep only the sheet of the list")
        }
        What::UnknownEncoding => {
            "the text is neither UTF-8, UTF-16 nor GB18030; save it as xlsx in Excel or WPS".to_owned()
        }
        What::BrokenCharacter => "a character is broken; mend the line, or save the table as xlsx".to_owned(),
        What::StrayQuote => {
            "a quotation mark is not closed and swallows the rows below it; delete or close it".to_owned()
        }
        What::TooManyRows { limit } => {
            format!("more than {limit} rows are no list of a township; make sure of file and sheet")
        }
        What::NoHeading { known } => {
            format!("no row has the headings of this list, such as {}; add them or assign the columns by hand", quoted(known))
        }
        What::NoRows => "no row stands below the heading; make sure of file and sheet".to_owned(),
        What::NoSuchSheet { sheets } => format!("there is no such sheet; there are {}", quoted(sheets)),
        What::MissingColumn => "the column is missing; add it, or assign one by hand".to_owned(),
        What::ColumnTwice { other } => {
            format!("two columns could be meant (the other is “{other}”); rename one, or assign one by hand")
        }
        What::Missing => "is empty; fill it in, or delete the row".to_owned(),
        What::NotANumber { least, most } => {
            format!("“{value}” is no whole number from {least} to {most}; write one")
        }
        What::NotAnAmount => {
            format!("“{value}” is no amount; write figures such as 386.5 (万元), to the yuan at most")
        }
        What::NotADate => format!("there is no day “{value}”; write one such as 2026年10月31日"),
        What::UnknownWord { known } => format!("“{value}” is not known; write one of {}", quoted(known)),
        What::ReasonMissing => "the project is not done and no reason is given; write it there".to_owned(),
        What::FormulaWithoutValue { formula } => {
            format!("the formula ={formula} was saved without its value; open the file in Excel or WPS and save it once")
        }
        What::FormulaError { said } => {
            format!("the formula ends in {said}; mend the cells it speaks of, or write the number itself")
        }
        What::Twice { first_line } => {
            format!("“{value}” stands on line {first_line} already; delete or correct one")
        }
        What::NameNeedsNote { first_line } => format!(
            "“{value}” stands on line {first_line} already; tell two people apart in 备注, or delete one row"
        ),
        What::NoSuchDeputy { name } => {
            format!("no deputy is called “{}”; check the name", visible(name))
        }
        What::SeveralDeputies { name } => format!(
            "several deputies are called “{}”; put the note that tells them apart behind the name, as in 李伟（石门村）",
            visible(name)
        ),
        What::NotOnTheRoster => format!("“{value}” is not on the roster under that number; check both"),
        What::Invisible { position, code_point } => format!(
            "character {position} of “{}”, U+{code_point:04X}, cannot be seen; delete it and type again",
            visible(value)
        ),
        What::Unshowable { position, code_point } => format!(
            "character {position} of “{}”, U+{code_point:04X}, cannot be shown; type it again",
            visible(value)
        ),
        What::CannotDraw { character, position, code_point } => format!(
            "no face draws character {position} of “{value}”, {character} (U+{code_point:04X}); choose a face that has it, or write it in the usual way"
        ),
        What::SeveralNames => {
            format!("“{value}” is more than one name; write one on each row")
        }
        What::NothingVisible => {
            format!("nothing in “{}” can be seen, so that it is no name; write the name", visible(value))
        }
    }
}

/// What cannot be seen is left out of the sentence that speaks of it.
fn visible(value: &str) -> String {
    let faults: Vec<u32> = session::name::character_faults(value)
        .into_iter()
        .filter_map(|fault| match fault {
            session::name::NameFault::Invisible { position, .. }
            | session::name::NameFault::Unshowable { position, .. } => Some(position),
            session::name::NameFault::Nothing => None,
        })
        .collect();
    let kept = (1..).zip(value.chars()).filter(|(position, _)| !faults.contains(position));
    kept.map(|(_, c)| c).collect()
}

fn quoted(words: &[String]) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("“{word}”")).collect();
    quoted.concat()
}

fn other_chinese(found: OtherFile) -> &'static str {
    match found {
        OtherFile::Document => "文字文档",
        OtherFile::Slides => "演示文稿",
        OtherFile::Pdf => "PDF",
        OtherFile::Picture => "图片",
        OtherFile::WebPage => "网页",
        OtherFile::Archive => "压缩包",
        OtherFile::Session => "会议文件",
        OtherFile::BinaryWorkbook => "xlsb工作簿",
        OtherFile::Unknown => "其他文件",
    }
}

fn other_english(found: OtherFile) -> &'static str {
    match found {
        OtherFile::Document => "a document",
        OtherFile::Slides => "slides",
        OtherFile::Pdf => "a PDF",
        OtherFile::Picture => "a picture",
        OtherFile::WebPage => "a web page",
        OtherFile::Archive => "an archive",
        OtherFile::Session => "a session file",
        OtherFile::BinaryWorkbook => "an xlsb workbook",
        OtherFile::Unknown => "another file",
    }
}

/// Returns what the user should know, as one sentence.
pub(super) fn of_note(note: &Note, language: Language) -> String {
    match language {
        Language::Zh => note_chinese(note),
        Language::En => note_english(note),
    }
}

fn note_chinese(note: &Note) -> String {
    match note {
        Note::RowSkipped { line, row, text } => {
            format!("第{line}行是{}，没有录入：{text}", skipped_chinese(*row))
        }
        Note::FilledDown { column, value, from, first, last, merged } => {
            let why = if *merged { "合并单元格" } else { "空格" };
            let lines = if first == last { first.to_string() } else { format!("{first}至{last}") };
            format!("“{column}”第{lines}行是{why}，按第{from}行填为“{value}”，请核对")
        }
        Note::ColumnMissing { column } => format!("没有“{column}”栏，留空"),
        Note::ColumnLeft { letter, heading } => format!("{letter}栏“{heading}”用不上，没有读取"),
        Note::OtherSheets { sheet, others } => {
            format!("读取的是工作表“{sheet}”；另有{}没有读取", quoted(others))
        }
        Note::Numbered => "没有编号栏，按原来的顺序编号".to_owned(),
        Note::NumberedThrough => "编号在各组从1编起，已按原来的顺序连续编号，请核对".to_owned(),
        Note::OutOfOrder { line, number } => {
            format!("第{line}行的编号{number}小于上一行；编号不变，按编号排列")
        }
        Note::Gaps { missing, count } => {
            let numbers: Vec<String> = missing.iter().map(u32::to_string).collect();
            format!("编号不连续，缺{count}个：{}", numbers.join("、"))
        }
        Note::Hidden { lines } => {
            format!("第{}行在原表中是隐藏的，也读入了，请核对", runs(lines, "至", "、"))
        }
        Note::WorkedOut { place, formula, value } => format!(
            "{}的公式={formula}没有存下结果，算得{value}，请核对",
            of_place(place, Language::Zh)
        ),
        Note::Rounded { place, value, taken } => {
            format!("{}的{value}四舍五入到元，为{taken}", of_place(place, Language::Zh))
        }
        Note::TakenFromName { place, value } => {
            format!("{}的“{value}”：括号中的内容已分别填入各栏", of_place(place, Language::Zh))
        }
    }
}

fn note_english(note: &Note) -> String {
    match note {
        Note::RowSkipped { line, row, text } => {
            format!("line {line} is {} and did not come in: {text}", skipped_english(*row))
        }
        Note::FilledDown { column, value, from, first, last, merged } => {
            let why = if *merged { "merged" } else { "empty" };
            format!(
                "{column} is {why} on lines {first} to {last} and was filled from line {from}: “{value}”; check it"
            )
        }
        Note::ColumnMissing { column } => format!("there is no column {column}; it stays empty"),
        Note::ColumnLeft { letter, heading } => {
            format!("column {letter}, “{heading}”, is not needed and was not read")
        }
        Note::OtherSheets { sheet, others } => {
            format!("sheet “{sheet}” was read; {} were not", quoted(others))
        }
        Note::Numbered => {
            "there is no column of numbers; rows were numbered as they stand".to_owned()
        }
        Note::NumberedThrough => {
            "numbers begin again with every group; rows were numbered through, check them"
                .to_owned()
        }
        Note::OutOfOrder { line, number } => {
            format!(
                "line {line} has number {number}, less than the line before; rows keep their numbers and stand in their order"
            )
        }
        Note::Gaps { missing, count } => {
            let numbers: Vec<String> = missing.iter().map(u32::to_string).collect();
            format!("{count} numbers are missing: {}", numbers.join(", "))
        }
        Note::Hidden { lines } => {
            let lines = runs(lines, " to ", ", ");
            format!("lines {lines} are hidden in the table and came in too; check them")
        }
        Note::WorkedOut { place, formula, value } => format!(
            "{}: the formula ={formula} was saved without its value and comes to {value}; check it",
            of_place(place, Language::En)
        ),
        Note::Rounded { place, value, taken } => {
            format!("{}: {value} was rounded to the yuan, {taken}", of_place(place, Language::En))
        }
        Note::TakenFromName { place, value } => format!(
            "{}: what stands in brackets in “{value}” went into its own columns",
            of_place(place, Language::En)
        ),
    }
}

fn skipped_chinese(row: Skipped) -> &'static str {
    match row {
        Skipped::Title => "标题",
        Skipped::Heading => "重复的表头",
        Skipped::Total => "合计行",
        Skipped::Note => "说明",
        Skipped::Group => "分组标题",
        Skipped::ByHand => "手工去掉的行",
    }
}

fn skipped_english(row: Skipped) -> &'static str {
    match row {
        Skipped::Title => "a title",
        Skipped::Heading => "the heading again",
        Skipped::Total => "a sum",
        Skipped::Note => "a note",
        Skipped::Group => "the heading of a group",
        Skipped::ByHand => "a row taken out by hand",
    }
}

/// 3, 4, 5, 9 as 3至5、9.
fn runs(lines: &[u32], to: &str, between: &str) -> String {
    let runs: Vec<String> = lines
        .chunk_by(|line, next| line.checked_add(1) == Some(*next))
        .filter_map(|run| match run {
            [one] => Some(one.to_string()),
            [first, .., last] => Some(format!("{first}{to}{last}")),
            [] => None,
        })
        .collect();
    runs.join(between)
}
