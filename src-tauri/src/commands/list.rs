// Every command of the windows: the module it stands in, the windows that may call it, how it is
// answered, its name, its arguments and its answer. Read by the build, which refuses all else, by
// the dispatch, and by the test that makes the front end's types of it.
//
// view, record: in order, one after the other; a record may change the session.
// beside: while others go on; it asks the queue for what it needs. plain: the same, of its arguments
// alone.
// choosing: says itself which of the two.
commands! {
    start {
        [operator] beside start_view() -> StartView;
        [operator] record new_session(meeting: Meeting, secretary: String) -> ();
        [operator] beside open_session(path: Option<String>, language: Language) -> bool;
        [operator] record open_sample() -> ();
        [operator] choosing close_session() -> ();
        [operator] view recovered() -> Option<Recovered>;
    }
    next {
        [operator] beside look_at_last(path: Option<String>, language: Language) -> Option<LastLook>;
        [operator] record begin_next(asked: NextAsked) -> ();
    }
    work {
        [operator] choosing perform(command: Command, actor: PersonId, pin: Option<String>) -> ();
        [operator] beside set_pin(person: PersonId, old: Option<String>, pin: String) -> ();
        [operator] view leave_desk() -> ();
        [operator] view frame_view() -> FrameView;
        [operator] view checklist_view() -> ChecklistView;
        [operator] view prepare_view() -> PrepareView;
        [operator] view ballot_settings(ballot: Ballot) -> SettingsView;
        [operator] view sittings_view() -> SittingsView;
        [operator] view projects_view() -> ProjectsView;
        [operator] view floor_view() -> FloorView;
        [operator] view count_view(round: RoundId) -> CountView;
        [operator] view desk_view(round: RoundId, pass: Pass, teller: PersonId) -> DeskView;
        [operator] view hand_desk_view(vote: HandVoteId, teller: PersonId) -> HandDeskView;
        [operator] view papers_view() -> PapersView;
        [operator, hall] view hall_view() -> HallView;
        [operator] view hall_preview(scene: Scene) -> HallView;
        [operator] view hall_room_view() -> HallRoomView;
    }
    bring_in {
        [operator] beside look_at_table(source: TableSource, asked: TableAsked, language: Language) -> Option<TableLook>;
        [operator] beside take_table(asked: TableAsked) -> Option<Taken>;
        [operator] beside save_table(target: Target) -> Saved;
        [operator] beside save_results(round: RoundId) -> Saved;
        [operator] beside save_projects() -> Saved;
        [operator] plain amount_of(text: String) -> Option<u32>;
        [operator] plain spellings(texts: Vec<String>) -> Vec<String>;
    }
    office {
        [operator] view proposals_view() -> ProposalsView;
        [operator] view record_view() -> RecordView;
        [operator] beside save_proposals() -> Saved;
        [operator] beside save_record() -> Saved;
    }
    loans {
        [operator] beside lend_bundles(lend: ToLend, actor: PersonId, path: Option<String>, language: Language) -> Option<Saved>;
        [operator] beside read_loan(round: RoundId, path: Option<String>, language: Language) -> Option<LoanFile>;
        [operator] beside bring_back(round: RoundId, path: PathBuf, head: String, actor: PersonId) -> ();
    }
    presets {
        [operator] beside presets() -> Presets;
    }
    rehearsal {
        [operator] beside rehearse(actor: PersonId) -> ();
        [operator] record discard_rehearsal() -> ();
        [operator] beside simulate_keying(round: RoundId, pass: Pass, slips: u32) -> MadeUp;
        [operator] beside stop_simulating() -> ();
    }
    order {
        [operator] plain order_by_strokes(names: Vec<String>, by: StrokeOrder) -> Ordered;
        [operator] plain order_after_primary(votes: Vec<Option<u32>>) -> Vec<usize>;
    }
    papers {
        [operator] beside pages_of(of: PaperKind) -> u32;
        [operator] beside issue_paper(of: PaperKind, actor: PersonId) -> ();
        [operator] beside open_paper(paper: PaperId) -> Saved;
        [operator] beside save_paper(paper: PaperId) -> Saved;
        [operator] beside save_papers(papers: Vec<PaperId>, merged: bool, language: Language) -> Option<Saved>;
        [operator] beside save_editable(paper: PaperId, actor: PersonId) -> Saved;
        [operator] beside save_all_editable(papers: Vec<PaperId>, actor: PersonId, language: Language) -> Option<Saved>;
        [operator] beside print_paper(paper: PaperId, copies: NonZeroU16, sides: Sides, actor: PersonId) -> Saved;
    }
    texts {
        [operator] beside paper_text(of: PaperKind) -> PaperText;
        [operator] beside ballot_hindrances(ballot: Ballot) -> Vec<Stop>;
        [operator] beside preview_ballot(ballot: Ballot) -> Pdf;
        [operator] plain paper_faults(of: PaperKind, text: String) -> Vec<TextFault>;
        [operator] beside preview_paper(of: PaperKind, text: String) -> Pdf;
        [operator] beside keep_template(of: PaperKind, text: Option<String>) -> ();
    }
    style {
        [operator] beside faces(style: Style, again: bool) -> FacesView;
        [operator] beside preview_style(style: Style, of: Option<PaperKind>) -> Pdf;
        [operator] beside keep_style(style: Option<Style>) -> ();
    }
    archive {
        [operator] beside export_count_file(round: RoundId) -> Saved;
        [operator] beside back_up(language: Language) -> Option<Saved>;
        [operator] beside verify(printed: Option<String>) -> Verified;
        [operator] beside write_archive() -> Archived;
        [operator] beside copies_view() -> CopiesView;
        [operator] beside choose_copies(language: Language) -> Option<CopiesView>;
        [operator] beside stop_copies() -> CopiesView;
    }
    about {
        [operator] beside open_manual(role: ManualRole) -> Saved;
        [operator] beside about() -> About;
    }
    hall {
        [operator] beside show_hall() -> ();
        [operator] beside close_hall() -> ();
        [hall] beside leave_hall() -> ();
        [operator] beside hall_full_screen(on: bool, screen: Option<String>) -> ();
        [operator] beside hall_window() -> HallWindow;
        [hall] beside hall_drawn(says: HallSays) -> ();
    }
}
