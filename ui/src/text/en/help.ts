export const help = {
  title: "Help",
  button: "F1 Help",
  search: "Search all help",
  found: (pages: number) => (pages === 0 ? "Nothing found; try another word." : `${pages} found`),
  all: "All help",
  hereAgain: "Back to this screen",
  manual: {
    title: "Manual",
    hint: "One page for each person, to be printed and kept at hand.",
    roles: { secretary: "Secretary", teller: "Teller", scrutineer: "Scrutineers", projectionist: "Screen" },
    opened: (path: string) => `The manual was saved to ${path} and opened; it can be printed from there.`,
  },
  pages: {
    start: {
      title: "Start",
      lines: [
        "For the first time take “Follow the guide”: it opens the sample and leads from printing to announcing in about five minutes. The sample is a rehearsal: nothing in it counts.",
        "For a real session take “New session” and enter the township, the congress and the number of all deputies, on which quorum and majority rest.",
        "To go on, choose it under “Opened lately”. A session is one file; its name ends in .piaojue.",
      ],
    },
    meeting: {
      title: "Prepare: the session",
      lines: [
        "Enter title, day, venue and the number of all deputies. Once ballots were handed out the number is fixed.",
        "The agenda has one item a line; where there are several sittings, plan them on the page of sittings.",
        "The number of all deputies decides the quorum (two thirds), the majority, and who is expected on the report.",
      ],
    },
    deputies: {
      title: "Prepare: the roster",
      lines: [
        "Bring in a workbook, or copy a table and press Ctrl+V here. A preview lists every row that is wrong before anything comes in.",
        "Two deputies of one name need a note that tells them apart.",
        "A roster that does not list as many as there are is told, and stops nothing.",
      ],
    },
    observers: { title: "Prepare: observers", lines: ["Observers do not vote and are never counted."] },
    staff: {
      title: "Prepare: staff",
      lines: [
        "One person, one role: a chief scrutineer, at least one scrutineer, at least two tellers. Candidates and their close relatives hold none.",
        "The chief scrutineer and the tellers each set a PIN: for ruling, certifying and taking a desk. A forgotten one is removed by the secretary, on record.",
        "The congress approves the list; Papers prints it.",
      ],
    },
    sittings: {
      title: "Prepare: sittings",
      lines: [
        "Each sitting has its agenda; ballots and motions hang on its items, and the script and the minutes follow them.",
        "Where the roll is called by name, the hall records who came, came late, left or is excused.",
      ],
    },
    ballots: {
      title: "Prepare: ballots",
      lines: [
        "Begin with a preset and change what differs. What departs from the law needs a reason, which is printed on the report.",
        "Saving looks whether it can be printed: a name that no face draws and content beyond a page are pointed out at once.",
        "A ballot that is changed after printing has to be printed again; once handed out it stays.",
      ],
    },
    past: {
      title: "Prepare: last year's projects",
      lines: ["Last year's projects and what became of them, for their evaluation and their table."],
    },
    floor: {
      title: "Hall",
      lines: [
        "In order: count those present, hand out, collect, announce whether the vote is valid. What is missing stands on the card.",
        "Before ballots go out push “Every count at zero” to the screen, and print the paper of that name to be signed.",
        "More returned than issued is recorded as it is: the vote is void and is held again. A wrong number can be put right until it is announced.",
        "Votes by hand and by acclamation are here too: put the motion, then two tellers count on their own.",
      ],
    },
    keying: {
      title: "Count: keying",
      lines: [
        "Two people key every sheet, each without seeing the other's. Take a bundle, key sheet by sheet what stands on the paper, hand it in.",
        "What cannot be read is keyed as illegible, what is in doubt goes to the chief scrutineer. The last sheet can be called back.",
        "Where the bundle has another number of sheets, say so first. Pause before leaving: even half a sheet is kept.",
        "In a rehearsal the program can key: choose how many slips, then practise comparing and ruling.",
      ],
    },
    rulings: {
      title: "Count: comparing and ruling",
      lines: [
        "Everything in which the two passes differ stands here. A scrutineer takes out that sheet and rules what stands on the paper.",
        "Doubts and what the program holds void are ruled by the chief scrutineer: the program proposes, a person decides.",
        "A ruling can be taken back with a reason; the old one stays on record.",
      ],
    },
    certify: {
      title: "Count: certifying",
      lines: [
        "Three sums: returned equals first equals second keying; returned equals valid plus void; every row adds up to the valid sheets.",
        "The chief scrutineer certifies with the PIN. Then the report is printed, signed, and read out.",
        "A count can be opened again with a reason; its report no longer holds then.",
      ],
    },
    hall: {
      title: "The screen in the hall",
      lines: [
        "Nothing changes in the hall until it is pushed. Look at the preview, then press Enter.",
        "F9 opens the hall's window on the projector; F8 empties it and brings the picture back.",
        "While persons are elected only progress is shown; no number of votes before the result is announced.",
        "“Every count at zero” can be pushed until the first bundle is taken.",
      ],
    },
    papers: {
      title: "Papers",
      lines: [
        "What can be issued, and what is missing for the rest. Issuing is recorded; what changes afterwards makes it no longer hold, to be issued again.",
        "Words can be edited; numbers and names come from the record. A DOCX that is edited is no longer what was issued.",
        "Every page of a rehearsal says so.",
      ],
    },
    archive: {
      title: "Archive",
      lines: [
        "Copies go to a stick by themselves after every bundle and every count, and count only once read back.",
        "“Make a rehearsal” copies this session to practise in; the real file is not touched.",
        "When the session is over, seal it and write the archive; it says how anybody can count again.",
      ],
    },
    away: {
      title: "Desk away",
      lines: [
        "This computer keys only the bundles it was given. When done close it and bring the file back; the fingerprints on both screens must agree.",
      ],
    },
  },
};
