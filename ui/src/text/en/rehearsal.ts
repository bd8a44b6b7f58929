export const rehearsal = {
  word: "Rehearsal",
  strip: "Rehearsal: nothing here counts, and the real session is not touched",
  card: {
    title: "Rehearsal",
    hint: "Copies this session into a rehearsal: the same deputies, ballots and settings, from handing out to announcing, keyed by the program where you like. Every screen, every picture in the hall and every paper says so; it never becomes the real one, and this file is not touched.",
    make: "Make a rehearsal",
    made: "The rehearsal is made; it is what is open now.",
  },
  discard: {
    button: "Throw away…",
    title: "Throw this rehearsal away?",
    text: "The file of the rehearsal is removed at once and cannot be brought back; the real session is not touched. Papers saved elsewhere stay where they are: each of them says it is a rehearsal.",
    act: "Throw away",
    done: "The rehearsal is gone.",
  },
  simulate: {
    title: "Let the program key",
    hint: "Keys this pass to its end from one set of made-up ballots, in the tellers' names; the two passes differ by the slips chosen here.",
    rate: "Slips",
    rates: { none: "none", few: "5 in a thousand", many: "20 in a thousand" },
    passes: { first: "Key the first pass", second: "Key the second pass" },
    going: (done: number, of: number) => `Keying: ${done} of ${of} bundles, ${of - done} left`,
    begins: "Keying…",
    stop: "Stop after this bundle",
    done: (done: number, of: number) =>
      done === of ? `All ${of} bundles are keyed.` : `Stopped after ${done} bundles, ${of - done} left.`,
    nothing: "This pass is keyed already.",
  },
};
