import { type Section, UnitFrame } from "@gandan/site/unit/unit-frame";

export { unitFrameLoader as loader } from "@gandan/site/unit/units.server";

const SECTIONS: readonly Section[] = [
  { name: "shell.nav.today", icon: "house", to: "", needs: "dossier:read" },
  { name: "shell.nav.notices", icon: "bell", to: "/notices", needs: "notice:read", counts: "notices" },
  { name: "shell.nav.dossiers", icon: "folder-open", to: "/dossiers", needs: "dossier:read" },
  { name: "shell.nav.letters", icon: "mail", to: "/letters", needs: "letter:read" },
  { name: "shell.nav.feedback", icon: "message-square-text", to: "/feedback", needs: "feedback:read" },
  { name: "shell.nav.surveys", icon: "list-checks", to: "/surveys", needs: "survey:read" },
  { name: "shell.nav.publications", icon: "file-text", to: "/publications", needs: "publication:read" },
  { name: "shell.nav.petitions", icon: "lock", to: "/petitions", needs: "petition:open" },
  { name: "shell.nav.imports", icon: "file-text", to: "/imports", needs: "dossier:import" },
  { name: "shell.nav.models", icon: "sliders-horizontal", to: "/models", needs: "model:read", wide: true },
  { name: "shell.nav.score", icon: "list-checks", to: "/score", needs: "score:read" },
  { name: "shell.nav.index", icon: "chart-column", to: "/index", needs: "index:read", wide: true },
  { name: "shell.nav.settings", icon: "wrench", to: "/settings", needs: "settings:read" },
];

export default function StaffFrame() {
  return (
    <UnitFrame
      sections={SECTIONS}
      search={{ to: "/dossiers", label: "shell.search", needs: "dossier:read" }}
      bell={{ to: "/notices", needs: "notice:read" }}
    />
  );
}
