//! 姓名笔画 and 姓氏笔画: published lists come out as published, and what strokes do not decide is
//! told by name.

use std::collections::BTreeSet;

use proptest::prelude::*;
use session::name::strokes::{Ordered, StrokeOrder, WhyUndecided, ordered_by_strokes};

/// 中央政治局 of 2017 and of 2012, published 按姓氏笔画为序.
const BY_SURNAME: [&str; 2] = [
    "丁薛祥 习近平 王晨 王沪宁 刘鹤 许其亮 孙春兰 李希 李强 李克强 李鸿忠 杨洁篪 杨晓渡 汪洋 张又侠 陈希 陈全国 陈敏尔 赵乐际 胡春华 \
     栗战书 郭声琨 黄坤明 韩正 蔡奇",
    "习近平 马凯 王岐山 王沪宁 刘云山 刘延东 刘奇葆 许其亮 孙春兰 孙政才 李克强 李建国 李源潮 汪洋 张春贤 张高丽 张德江 范长龙 孟建柱 \
     赵乐际 胡春华 俞正声 栗战书 郭金龙 韩正",
];

fn in_order<'a>(names: &[&'a str], by: StrokeOrder) -> Vec<&'a str> {
    ordered_by_strokes(names, by).order.into_iter().map(|at| names[at]).collect()
}

fn undecided(names: &[&str], by: StrokeOrder) -> Vec<(Vec<String>, WhyUndecided)> {
    let told = |places: Vec<usize>| places.into_iter().map(|at| names[at].to_owned()).collect();
    ordered_by_strokes(names, by)
        .undecided
        .into_iter()
        .map(|group| (told(group.names), group.why))
        .collect()
}

/// The same list in another order that depends on `names` alone.
fn shuffled<'a>(names: &[&'a str]) -> Vec<&'a str> {
    let mut other = names.to_vec();
    other.sort_by_key(|name| name.chars().rev().collect::<String>());
    other
}

#[test]
fn name_strokes_take_the_second_character_as_it_stands() {
    assert_eq!(in_order(&["田富", "田大利"], StrokeOrder::Name), ["田大利", "田富"]);
}

#[test]
fn surname_strokes_give_a_name_of_two_characters_an_empty_middle() {
    assert_eq!(in_order(&["田大利", "田富"], StrokeOrder::Surname), ["田富", "田大利"]);
}

#[test]
fn lists_published_by_surname_strokes_come_out_as_published() {
    for list in BY_SURNAME {
        let published: Vec<&str> = list.split_whitespace().collect();
        let mixed = shuffled(&published);
        assert_ne!(mixed, published);
        assert_eq!(in_order(&mixed, StrokeOrder::Surname), published);
        assert!(undecided(&mixed, StrokeOrder::Surname).is_empty());
    }
}

#[test]
fn handbook_examples_of_name_strokes() {
    let pairs = [
        ["丁小宁", "王小宁"],
        ["李一鸣", "李大鸣"],
        ["王平", "文平"],
        ["林平", "欧平"],
        ["欧阳少东", "洪少东"],
        ["高大富", "高富"],
        ["李伟", "李伟民"],
    ];
    for [first, then] in pairs {
        assert_eq!(in_order(&[then, first], StrokeOrder::Name), [first, then]);
    }
}

#[test]
fn a_compound_surname_is_two_characters_like_any_others() {
    assert_eq!(
        in_order(&["欧阳修", "欧大伟", "欧阳大利", "欧富伟"], StrokeOrder::Name),
        ["欧大伟", "欧阳大利", "欧阳修", "欧富伟"]
    );
    assert_eq!(
        in_order(&["欧阳修", "欧阳大利", "欧伟"], StrokeOrder::Surname),
        ["欧伟", "欧阳大利", "欧阳修"]
    );
}

#[test]
fn middle_dots_and_padding_do_not_count() {
    let names = ["买买提·艾力", "买买江", "田\u{3000}富", "田大利"];
    assert_eq!(
        in_order(&names, StrokeOrder::Name),
        ["田大利", "田\u{3000}富", "买买江", "买买提·艾力"]
    );
    assert_eq!(
        in_order(&["田大利", "田\u{3000}富"], StrokeOrder::Surname),
        ["田\u{3000}富", "田大利"]
    );
}

#[test]
fn a_note_after_a_name_does_not_count() {
    assert_eq!(
        in_order(&["王芳菲", "王芳（女，回族）", "王一(女)"], StrokeOrder::Name),
        ["王一(女)", "王芳（女，回族）", "王芳菲"]
    );
    let namesakes = ["李伟（女）", "李伟"];
    assert_eq!(
        undecided(&namesakes, StrokeOrder::Surname),
        vec![(namesakes.map(str::to_owned).to_vec(), WhyUndecided::SameName)]
    );
}

#[test]
fn rare_characters_of_the_national_table_have_their_strokes() {
    let names = ["张䶮", "张𬱖", "张𬍛", "张㛃", "张一"];
    assert_eq!(in_order(&names, StrokeOrder::Name), ["张一", "张㛃", "张𬍛", "张䶮", "张𬱖"]);
    assert!(undecided(&names, StrokeOrder::Name).is_empty());
}

#[test]
fn two_people_of_the_same_name_are_told() {
    let names = ["李伟", "丁一", "李伟"];
    let expected = vec![(vec!["李伟".to_owned(), "李伟".to_owned()], WhyUndecided::SameName)];
    assert_eq!(undecided(&names, StrokeOrder::Name), expected);
    assert_eq!(ordered_by_strokes(&names, StrokeOrder::Name).order, [1, 0, 2]);
}

#[test]
fn characters_of_the_same_strokes_are_told_and_families_stay_together() {
    let names = ["干大", "于小", "干小", "于大"];
    let why = WhyUndecided::SameStrokes { characters: vec!['干', '于'] };
    assert_eq!(in_order(&names, StrokeOrder::Name), ["干大", "干小", "于大", "于小"]);
    assert_eq!(
        undecided(&names, StrokeOrder::Name),
        vec![(["干大", "干小", "于大", "于小"].map(str::to_owned).to_vec(), why)]
    );
}

#[test]
fn a_character_of_known_count_and_unknown_order_is_told_where_it_matters() {
    let why = WhyUndecided::NotKnown { characters: vec!['弢'] };
    assert_eq!(
        undecided(&["王弢", "王林", "王一"], StrokeOrder::Name),
        vec![(vec!["王林".to_owned(), "王弢".to_owned()], why)]
    );
    assert!(
        undecided(&["王弢", "王一", "王富"], StrokeOrder::Name).is_empty(),
        "the count alone decides"
    );
    assert_eq!(in_order(&["王富", "王弢", "王一"], StrokeOrder::Name), ["王一", "王弢", "王富"]);
}

#[test]
fn a_character_that_is_in_no_table_is_told_by_name() {
    let why = WhyUndecided::NotKnown { characters: vec!['A'] };
    let expected = vec![(vec!["王大".to_owned(), "王Ａ".to_owned()], why)];
    assert_eq!(undecided(&["王Ａ", "王大", "李大"], StrokeOrder::Name), expected);
    let surname = ["王Ａ二", "王大", "王三"];
    assert!(
        undecided(&surname, StrokeOrder::Surname).is_empty(),
        "an empty middle precedes whatever it is"
    );
}

#[test]
fn the_table_names_every_character_once_and_covers_the_common_ones() {
    let table = include_str!("../../../../../assets/strokes/strokes.txt");
    let mut seen = BTreeSet::new();
    let mut with_order = 0;
    for line in table.lines() {
        let (key, characters) = line.split_once(' ').unwrap();
        let known = key.chars().all(|stroke| ('1'..='5').contains(&stroke));
        assert!(
            known
                || key
                    .strip_prefix('#')
                    .is_some_and(|count| count.parse::<u8>().is_ok_and(|count| count > 0)),
            "{line}"
        );
        for character in characters.chars() {
            assert!(seen.insert(character), "{character} twice");
            with_order += usize::from(known);
        }
    }
    assert!(with_order > 22_900 && seen.len() > 98_000, "{with_order} of {}", seen.len());
}

/// Characters of few strokes, many of them alike, one without an order, one of no table.
fn names() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec("[一二十干于土士工大弢林欧Ａ·]{1,4}", 0..12)
}

fn together(ordered: &Ordered, a: usize, b: usize) -> bool {
    ordered.undecided.iter().any(|group| group.names.contains(&a) && group.names.contains(&b))
}

proptest! {
    #[test]
    fn every_name_has_one_place(names in names()) {
        let mut order = ordered_by_strokes(&names, StrokeOrder::Name).order;
        order.sort_unstable();
        prop_assert_eq!(order, (0..names.len()).collect::<Vec<_>>());
    }

    /// With this and the place of every name, the order is antisymmetric and transitive where it is
    /// decided.
    #[test]
    fn two_names_stand_alone_as_they_stand_in_the_list(names in names(), by in prop::sample::select(vec![StrokeOrder::Name, StrokeOrder::Surname])) {
        let all = ordered_by_strokes(&names, by);
        for (place, &a) in all.order.iter().enumerate() {
            for &b in &all.order[place + 1..] {
                let pair = ordered_by_strokes(&[&names[b], &names[a]], by);
                if pair.undecided.is_empty() {
                    prop_assert!(pair.order == [1, 0] || together(&all, a, b), "{} {}", names[a], names[b]);
                } else {
                    prop_assert!(together(&all, a, b), "{} {}", names[a], names[b]);
                }
            }
        }
    }

    #[test]
    fn the_order_of_the_list_does_not_matter_where_strokes_decide(names in names()) {
        let other: Vec<String> = names.iter().rev().cloned().collect();
        let (one, two) = (ordered_by_strokes(&names, StrokeOrder::Name), ordered_by_strokes(&other, StrokeOrder::Name));
        prop_assert_eq!(one.undecided.len(), two.undecided.len());
        for (&a, &b) in one.order.iter().zip(&two.order) {
            let b = names.len() - 1 - b;
            prop_assert!(a == b || together(&one, a, b), "{} {}", names[a], names[b]);
        }
    }
}
