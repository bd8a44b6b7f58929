//! Where a text of a paper comes from: a character that no face draws is shown in the deputy, the
//! project or the line it stands in.

use session::Session;
use session::ballot::Ballot;
use session::paper::PaperKind;
use session::projects::Project;

use super::{proposals, record};
use crate::stop::Place;

/// Returns every text of the session that its papers print, with its place.
pub(crate) fn places(session: &Session) -> Vec<(Place, String)> {
    let people = session.people();
    let mut places: Vec<(Place, String)> = session
        .meeting()
        .iter()
        .map(|meeting| (Place::Meeting, meeting.title() + &meeting.venue))
        .collect();
    places.extend(people.deputies().iter().map(|deputy| {
        let texts = [
            &deputy.name,
            &deputy.sex,
            &deputy.ethnicity,
            &deputy.delegation,
            &deputy.post,
            &deputy.note,
        ];
        (Place::Deputy { number: deputy.number, name: deputy.name.clone() }, joined(texts))
    }));
    let others = people
        .observers()
        .iter()
        .map(|observer| (&observer.name, joined([&observer.name, &observer.post])));
    let staff = people.appointed().iter().map(|staff| (&staff.name, staff.name.clone()));
    places.extend(
        others.chain(staff).map(|(name, text)| (Place::Person { name: name.clone() }, text)),
    );
    places.extend(session.ballots().iter().flat_map(of_ballot));
    let past = session.past_projects().into_iter().flat_map(|(_, projects)| projects);
    places.extend(past.map(|past| {
        let facts = &past.project;
        let texts = [
            &past.name,
            &past.state,
            &facts.content,
            &facts.funding,
            &facts.unit,
            &facts.person,
            &facts.deadline,
        ];
        (Place::Title { title: past.name.clone() }, joined(texts))
    }));
    places.extend(of_the_office(session));
    places.extend(of_the_agenda(session));
    places.extend(session.projects().list().iter().map(of_project));
    places.extend(session.hand_votes().iter().map(|vote| {
        (Place::Title { title: vote.motion().title.clone() }, vote.motion().title.clone())
    }));
    places
}

/// Everything that was said of a project.
fn of_project(project: &Project) -> (Place, String) {
    let (known, course) = (project.facts(), project.course());
    let facts = &known.project;
    let mut texts = vec![
        known.name.clone(),
        known.place.clone(),
        joined([&facts.content, &facts.funding, &facts.unit, &facts.person, &facts.deadline]),
        project.proposer().by.clone(),
    ];
    texts.extend(
        project
            .screened()
            .iter()
            .filter_map(|screened| screened.reason.as_ref().map(ToString::to_string)),
    );
    texts.extend(course.plan().map(|plan| plan.aims.clone() + &plan.safeguards));
    texts.extend(course.plan().iter().flat_map(|plan| &plan.steps).map(|step| step.what.clone()));
    for seen in course.progress() {
        let task = seen.line.task.as_ref().map(|task| task.who.clone() + &task.what);
        texts.push(seen.line.seen.clone() + &seen.line.problem + &task.unwrap_or_default());
    }
    texts.extend(course.changes().iter().map(|changed| changed.reason.to_string()));
    texts.extend(course.explanations().iter().map(|said| said.why.clone() + &said.next));
    texts.extend(course.completion().map(|completion| completion.note.clone()));
    (Place::Title { title: known.name.clone() }, texts.join("\n"))
}

/// What deputies handed in and did.
fn of_the_office(session: &Session) -> Vec<(Place, String)> {
    let handed_in = proposals::texts(session).into_iter();
    let noted = record::texts(session).into_iter();
    handed_in
        .map(|(title, text)| (Place::Title { title }, text))
        .chain(noted.map(|text| (Place::Text { text: text.clone() }, text)))
        .collect()
}

/// The items of all sittings with what was noted of them, and where and under whom each sits.
fn of_the_agenda(session: &Session) -> Vec<(Place, String)> {
    let noted = |item: &str| session.notes().get(item).cloned().unwrap_or_default();
    let items = session.items().into_iter().map(|item| {
        (Place::AgendaItem { item: item.to_owned() }, item.to_owned() + "\n" + &noted(item))
    });
    let planned = session.sittings().planned().iter();
    let sittings = planned.map(|sitting| (Place::Meeting, sitting.venue.clone() + &sitting.chairs));
    items.chain(sittings).collect()
}

/// Returns the lines of the secretary's own text of a paper, with their numbers.
pub(crate) fn lines(session: &Session, of: &PaperKind) -> Vec<(Place, String)> {
    let text = session.paper_texts().get(of).map_or("", String::as_str);
    (1..).zip(text.lines()).map(|(line, text)| (Place::Line { line }, text.to_owned())).collect()
}

/// Returns every text of a ballot, with its place.
pub(crate) fn of_ballot(ballot: &Ballot) -> Vec<(Place, String)> {
    let titled = |title: &str| (Place::Title { title: title.to_owned() }, title.to_owned());
    let mut places = vec![titled(&(ballot.title.clone() + &ballot.colour))];
    for entry in &ballot.contests {
        let contest = &entry.contest;
        places.push(titled(&(contest.title.clone() + &entry.row_noun)));
        places.extend(entry.headings.iter().map(|heading| titled(heading)));
        for (index, (row, option)) in (1..).zip(&contest.options).enumerate() {
            let project = entry.projects.get(index);
            let facts = project.map(|facts| {
                joined([
                    &facts.content,
                    &facts.funding,
                    &facts.unit,
                    &facts.person,
                    &facts.deadline,
                ])
            });
            let nominee = entry.election.as_ref().and_then(|election| election.nominees.get(index));
            let known = nominee.map(|facts| {
                joined([&facts.sex, &facts.ethnicity, &facts.born, &facts.post, &facts.note])
            });
            let text = [Some(option.name.clone()), facts, known]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join("\n");
            places.push((
                Place::Row { contest: contest.title.clone(), row, name: option.name.clone() },
                text,
            ));
        }
    }
    places
}

/// Cuts every name of a ballot to so many characters; returns the longest by its contest and row
/// where any was longer.
pub(crate) fn shortened(ballot: &mut Ballot, most: usize) -> Option<(String, u32, String)> {
    let mut longest: Option<(String, u32, String)> = None;
    for entry in &mut ballot.contests {
        for (row, option) in (1..).zip(&mut entry.contest.options) {
            let length = option.name.chars().count();
            let before = longest.as_ref().map_or(most, |(_, _, name)| name.chars().count());
            if length > before {
                longest = Some((entry.contest.title.clone(), row, option.name.clone()));
            }
            option.name = option.name.chars().take(most).collect();
        }
    }
    longest
}

fn joined<const COUNT: usize>(texts: [&String; COUNT]) -> String {
    texts.map(String::as_str).join("\n")
}
