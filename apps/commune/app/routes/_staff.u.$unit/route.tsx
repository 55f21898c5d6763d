import { type Section, UnitFrame } from "@gandan/site/unit/unit-frame";

export { unitFrameLoader as loader } from "@gandan/site/unit/units.server";

const SECTIONS: readonly Section[] = [
  { name: "shell.nav.today", icon: "house", to: "" },
  { name: "shell.nav.notices", icon: "bell", to: "/notices", needs: "notice:read", counts: "notices" },
  { name: "shell.nav.dossiers", icon: "folder-open", to: "/dossiers" },
  { name: "shell.nav.letters", icon: "mail", to: "/letters" },
  { name: "shell.nav.imports", icon: "file-text", to: "/imports" },
  { name: "shell.nav.models", icon: "sliders-horizontal", to: "/models", wide: true },
  { name: "shell.nav.score", icon: "list-checks", to: "/score" },
  { name: "shell.nav.index", icon: "chart-column", to: "/index", wide: true },
  { name: "shell.nav.settings", icon: "wrench", to: "/settings", needs: "settings:read" },
];

export default function StaffFrame() {
  return (
    <UnitFrame
      sections={SECTIONS}
      search={{ to: "/dossiers", label: "shell.search" }}
      bell={{ to: "/notices", needs: "notice:read" }}
    />
  );
}
