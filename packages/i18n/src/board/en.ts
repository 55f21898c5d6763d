import type { TextShape } from "../text-shape";
import type { boardVi } from "./vi";

export const boardEn: TextShape<typeof boardVi> = {
  title: "Display board",
  open: "Open the board for the hall",
  welcome: "{{unit}} welcomes you",
  today: "Today",
  received: "Received",
  handedOver: "Results handed over",
  left: "Due before {{time}}",
  leftToday: "Still due",
  late: "Overdue",
  hotline: "Hotline {{phone}}",
  slogansEmpty: "Friendly government, serving the People",
  remind: "For staff:",
  toClose: "{{count}} finished dossiers",
  closeBefore: "please close them before {{time}} today.",
  closeNow: "please close them.",
  allClosed: "Every finished dossier is closed in the system.",
  offline: "No network. Figures of {{time}}.",
};
