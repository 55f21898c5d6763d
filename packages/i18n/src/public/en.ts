import type { TextShape } from "../text-shape";
import type { publicVi } from "./vi";

export const publicEn: TextShape<typeof publicVi> = {
  issuer: "People's Committee",
  seal: "Seal of {{unit}}",
  nav: {
    label: "Main sections",
    more: "More sections",
    open: "Open the menu",
    promise: "Our promise",
    procedures: "Procedures",
    results: "Results",
    documents: "Documents",
    contact: "Contact and reception",
    lookUp: "Find my dossier",
    feedback: "Feedback",
    petition: "Complaints and petitions",
    accessibility: "Accessibility",
    privacy: "Privacy",
    staff: "For staff",
  },
  title: "{{page}} – {{unit}}",
  asOf: "Updated {{time}}",
  ended: {
    title: "{{unit}} is no longer an administrative unit",
    text: "Its work is now done by:",
    textNone: "Please ask the authority of the place where you live.",
    part: "in part",
  },
  failure: {
    missing: "There is no such page",
    tooMany: "Please wait a moment",
    refused: "This could not be done",
    broken: "The page could not be opened",
    brokenText: "The fault is ours, not yours. Please try again in a few minutes.",
    home: "To the first page of {{unit}}",
  },
  promise: {
    title: "What we promise",
    lead: "We have made {{count}} promises to the people. Here anyone can see how well we keep them.",
    empty: "{{unit}} has not yet adopted a model of friendly government",
    emptyText: "Once it has, its promises and how they are kept are published here.",
    description: "What {{unit}} promises its citizens and how each promise is kept.",
  },
};
