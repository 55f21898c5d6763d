import { type Section, UnitFrame } from "@gandan/site/unit/unit-frame";

export { unitFrameLoader as loader } from "@gandan/site/unit/units.server";

/** Tables of many units need the width. */
const SECTIONS: readonly Section[] = [
  { name: "shell.nav.compare", icon: "table-2", to: "", wide: true },
  { name: "shell.nav.register", icon: "list-checks", to: "/register", wide: true },
  { name: "shell.nav.units", icon: "landmark", to: "/units", wide: true },
  { name: "surveyResult.below.title", icon: "message-circle", to: "/surveys", wide: true },
  { name: "officerResult.below.title", icon: "users", to: "/officers", wide: true },
  { name: "shell.nav.index", icon: "chart-column", to: "/index", wide: true },
  { name: "indexFrame.title", icon: "file-text", to: "/frames", wide: true },
  { name: "yardstick.title", icon: "scale", to: "/yardsticks", wide: true },
];

export default function OversightFrame() {
  return <UnitFrame sections={SECTIONS} search={{ to: "/units", label: "shell.searchUnits" }} />;
}
