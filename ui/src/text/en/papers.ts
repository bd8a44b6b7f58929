import type { Text } from "../zh";

export const papers: Text["papers"] = {
  kinds: { ballot: "Ballot", count_report: "Count report", decision: "Decision" },
  duties: {
    ballot: "Handed to the deputies. After a change it is printed again and the old ones are worthless.",
    count_report:
      "Signed by the chief scrutineer, the scrutineers and the tellers, then reported to the session.",
    decision: "Lists the projects chosen.",
  },
  issue: "Issue",
  print: "Print",
  issueAgain: "Issue again",
  printAgain: "Print again",
  open: "Open",
  save: "Save",
  pages: (pages) => (pages === 1 ? "1 page" : `${pages} pages`),
  issuedAt: (at) => `Issued ${at}`,
  notIssued: "Not issued yet",
  ready: "Can be issued",
  fingerprint: "Fingerprint",
  fingerprintHint: "SHA-256 of the issued file, byte by byte",
  superseded: "Superseded",
  supersededLabel: (count) => `${count} superseded`,
  opened: (path) => `Opened ${path}`,
  savedTo: (path) => `Saved to ${path}`,
  none: "There is no paper to issue yet. Set up a ballot in Prepare first.",
};
