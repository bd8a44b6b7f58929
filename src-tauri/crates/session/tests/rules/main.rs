//! What may happen in a session, article by article, and what each window may see of it.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

mod align;
mod blindness;
mod broken_off;
mod by_hand;
mod checklist;
mod day;
mod duties;
mod fixtures;
mod floor;
mod follow;
mod hall;
mod hall_room;
mod hands;
mod keyers;
mod keying;
mod last;
mod law;
mod lent;
mod mend;
mod model;
mod names;
mod naming;
mod papers;
mod pin;
mod prepare;
mod projects;
mod properties;
mod proposals;
mod purity;
mod reason;
mod record;
mod rehearsal;
mod reopening;
mod retrace;
mod rounds;
mod rulings;
mod sealing;
mod settings;
mod sittings;
mod strokes;
mod style;
mod support;
mod written;
mod zero;
