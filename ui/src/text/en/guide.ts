import type { StepName } from "#ui/bindings";

const steps: Record<StepName, string> = {
  describe: "Enter the session in Prepare and save it.",
  roster: "Bring in the roster in Prepare.",
  staff: "Appoint scrutineers and tellers in Prepare.",
  ballot: "Set up the ballot in Prepare.",
  print_ballot:
    "The sample is prepared. Print the ballot first: find it in Papers and issue it. Open it: every page says it is a rehearsal.",
  attendance:
    "The deputies are there. Enter how many in the Hall, 56 for instance, and record it. Then “Every count at zero” can be pushed to the screen.",
  open: "Hand out: 60 printed, 56 issued.",
  collect: "The vote is over and the box is opened: record 56 returned.",
  announce_collection: "No more returned than issued: the vote is valid. Announce it, and counting begins.",
  first_keying:
    "In Count, under Keying, let the program key: choose slips and key the first pass. In a real session tellers key sheet by sheet.",
  second_keying: "Now the second pass. Others key it, without seeing the first.",
  rule: "What differs stands under Rulings. Choose what stands on the paper, sheet by sheet; doubts are the chief scrutineer's.",
  certify: "Look at the three sums under Certify, and let the chief scrutineer certify.",
  report: "Issue the count report in Papers; it is signed and read out.",
  announce_result: "Announce the result in the room of the screen, and push it.",
  decision: "Issue the decision in Papers.",
};

export const guide = {
  door: "Follow the guide",
  doorHint: "Opens the sample and leads from printing to announcing in about five minutes",
  title: "Guide",
  progress: (done: number, of: number) => `${done} of ${of}`,
  waits: "It goes on by itself when this is done.",
  go: "Take me there",
  end: "End the guide",
  steps,
  done: "That is all. The sample is a rehearsal: throw it away above. For a real session begin a new one; to practise with your own lists, make a rehearsal in Archive.",
};
