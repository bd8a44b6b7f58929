// A count file counted, step by step as docs/count-file.md has them, in whole numbers.

/** White space as Unicode has it; a regular expression of JavaScript would take others. */
const WHITE = /\p{White_Space}/gu;

/** A name as names are compared. */
export function compared(name) {
  return name.replace(WHITE, "").normalize("NFC");
}

function byCodePoint(one, other) {
  const [left, right] = [[...one], [...other]];
  for (let at = 0; at < Math.min(left.length, right.length); at += 1) {
    const apart = left[at].codePointAt(0) - right[at].codePointAt(0);
    if (apart !== 0) return apart;
  }
  return left.length - right.length;
}

const VOID = { counts: false, voidsSheet: false };
const VOIDS_SHEET = { counts: false, voidsSheet: true };

/** Step 3, for one row: what it counts as. */
function rowAs(mark, rule) {
  if (mark === "blank") return rule.blank_row;
  if (mark === "illegible") return "void";
  if (mark === "multiple") return rule.multi_mark;
  return mark;
}

/** Step 4: the names that are left. */
function namesLeft(section, of) {
  if (of.rule.write_ins === "none") return [];
  const printed = new Set(of.options.map((option) => compared(option.name)));
  const left = new Set();
  for (const { name, mark } of section.writeIns) {
    const drawn = mark === "for" || of.rule.write_in_unmarked === "for";
    if (drawn && !printed.has(compared(name))) left.add(compared(name));
  }
  const against = section.marks.filter((mark) => mark === "against").length;
  return of.rule.write_ins === "needs_against" && left.size > against ? [] : [...left];
}

/** Step 5: whether there are too many approvals, or with `exactly` too few. */
function overCap(rows, names, of) {
  const approvals = rows.filter((row) => row === "for").length + names.length;
  if (of.rule.cap === "exactly") return approvals !== of.seats;
  return of.rule.cap === "at_most" && approvals > of.seats;
}

/** What a section comes to, steps 1 to 5. */
export function sectionAs(section, of) {
  const { marks, writeIns } = section;
  if (section.voided) return VOID;
  if (marks.every((mark) => mark === "blank") && writeIns.length === 0) {
    if (of.rule.blank_section === "void") return VOID;
    if (of.rule.blank_section === "valid") {
      return { counts: true, rows: marks.map(() => "abstain"), names: [], flagged: false };
    }
  }
  if (of.rule.illegible_row === "section" && marks.includes("illegible")) return VOID;
  const rows = marks.map((mark) => rowAs(mark, of.rule));
  if (of.seats === null) return { counts: true, rows, names: [], flagged: false };
  const names = namesLeft(section, of);
  const over = overCap(rows, names, of);
  if (over && of.rule.over_cap === "section") return VOID;
  if (over && of.rule.over_cap === "sheet") return VOIDS_SHEET;
  return { counts: true, rows, names, flagged: over };
}

function nothingYet(of) {
  const row = () => ({ for: 0, against: 0, abstain: 0, void: 0, grades: of.grades.map(() => 0) });
  return { valid: 0, void: 0, flagged: 0, rows: of.options.map(row), names: new Map() };
}

function add(sums, section) {
  if (!section.counts) {
    sums.void += 1;
    return;
  }
  sums.valid += 1;
  if (section.flagged) sums.flagged += 1;
  section.rows.forEach((as, at) => {
    if (typeof as === "number") sums.rows[at].grades[as] += 1;
    else sums.rows[at][as] += 1;
  });
  for (const name of section.names) sums.names.set(name, (sums.names.get(name) ?? 0) + 1);
}

/** Adds up the sheets, contest by contest. */
export function sumsOf(contests, sheets) {
  const sums = contests.map(nothingYet);
  for (const sheet of sheets) {
    const sections = sheet.map((section, at) => sectionAs(section, contests[at]));
    const voided = sections.some((section) => section.voidsSheet);
    sections.forEach((section, at) => {
      add(sums[at], voided ? VOID : section);
    });
  }
  return sums;
}

const roundedUp = (number, by) => (number + by - 1n) / by;

/** The least number of approvals that reaches the threshold; without one `null`. */
function neededOf(threshold, control, valid) {
  if (threshold === null) return null;
  const base = BigInt(threshold.base === "valid" ? valid : control[threshold.base]);
  const { over, p, q } = threshold;
  return Number(over ? (base * p) / q + 1n : roundedUp(base * p, q));
}

/** Those who compete, the first one in first. */
function inOrder(of, sums, reached) {
  const options = of.options.map((option, place) => ({ id: option.id, votes: sums.rows[place].for }));
  const names = [...sums.names].sort(([one], [other]) => byCodePoint(one, other));
  const written = names.map(([name, votes]) => ({ id: `write-in:${name}`, votes }));
  const competing = [...options, ...written].filter(({ votes }) => votes > 0 && reached(votes));
  return competing.sort((one, other) => other.votes - one.votes);
}

/** Who is in, who is level at the cut, how many seats are left, and what follows. */
function seatsOf(of, competing) {
  const { tie, shortfall } = of.rule;
  let elected = competing;
  let tied = [];
  if (competing.length > of.seats) {
    const cut = competing[of.seats - 1].votes;
    const above = competing.filter(({ votes }) => votes > cut);
    const level = competing.filter(({ votes }) => votes === cut);
    const room = of.seats - above.length;
    if (level.length > room) tied = level;
    const inByTie = { all_in: level, ballot_order: level.slice(0, room), runoff: [], presidium: [] };
    elected = [...above, ...(level.length > room ? inByTie[tie] : level)];
  }
  const left = Math.max(0, of.seats - elected.length);
  const open = tied.length > 0 && (tie === "runoff" || tie === "presidium");
  const further = left > 0 && tied.length === 0 && shortfall === "further";
  const ids = (those) => those.map(({ id }) => id);
  const next = open ? tie : further ? "further" : "none";
  return { elected: ids(elected), tied: ids(tied), seats_left: left, next };
}

/** Numerator × 100 / base with so many figures behind the point, rounded half up; `null` of nothing. */
export function rateOf(numerator, base, decimals) {
  if (base === 0) return null;
  const scale = 10n ** BigInt(decimals);
  const rounded = (2n * BigInt(numerator) * 100n * scale + BigInt(base)) / (2n * BigInt(base));
  const figures = rounded.toString().padStart(decimals + 1, "0");
  if (decimals === 0) return figures;
  return `${figures.slice(0, -decimals)}.${figures.slice(-decimals)}`;
}

const sum = (numbers) => numbers.reduce((all, number) => all + number, 0);

function graded(of, sums, control) {
  const { grades, base, decimals } = of.rule.rate;
  const rows = sums.rows.map((row, at) => {
    const numerator = sum(grades.map((grade) => row.grades[grade]));
    const whole = base === "valid" ? sum(row.grades) + row.abstain : control[base];
    const rate = rateOf(numerator, whole, decimals);
    return { id: of.options[at].id, grades: row.grades, abstain: row.abstain, void: row.void, rate };
  });
  return { id: of.id, valid: sums.valid, void: sums.void, flagged: sums.flagged, rows };
}

/** The result of one contest, its keys in the order of the page. */
export function contestResult(of, sums, control) {
  if (of.kind === "evaluation") return graded(of, sums, control);
  const needed = neededOf(of.rule.threshold, control, sums.valid);
  const reached = (votes) => needed === null || votes >= needed;
  const rows = sums.rows.map((row, at) => {
    const { against, abstain } = row;
    return {
      id: of.options[at].id,
      for: row.for,
      against,
      abstain,
      void: row.void,
      reached: reached(row.for),
    };
  });
  const names = [...sums.names].sort((one, other) => other[1] - one[1] || byCodePoint(one[0], other[0]));
  const head = { id: of.id, valid: sums.valid, void: sums.void, flagged: sums.flagged, needed, rows };
  head.write_ins = names.map(([name, votes]) => ({ name, for: votes, reached: reached(votes) }));
  if (of.kind !== "motion") return { ...head, ...seatsOf(of, inOrder(of, sums, reached)) };
  const [row] = rows;
  return { ...head, passed: needed === null ? row.for > row.against : row.reached };
}

const VALID = {
  returned_at_most_issued: ({ returned, issued }) => returned <= issued,
  returned_at_most_present: ({ returned, present }) => returned <= present,
  returned_equals_issued: ({ returned, issued }) => returned === issued,
};

/** The result of a count file, its keys in the order of the page. */
export function count(file) {
  const { control, contests } = file;
  const needed = Number(roundedUp(2n * BigInt(control.all_deputies), 3n));
  const met = control.present >= needed;
  const vote_valid = met && VALID[file.validIf](control);
  const sums = vote_valid ? sumsOf(contests, file.sheets) : [];
  return {
    format: "piaojue.result/1",
    quorum: { needed, met },
    vote_valid,
    contests: sums.map((one, at) => contestResult(contests[at], one, control)),
  };
}
