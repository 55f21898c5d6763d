import type { TextKey } from "@gandan/i18n/translator";
import type { UnitPermission } from "@gandan/site/unit/units.server";

interface SettingsTab {
  name: TextKey;
  /** Behind the address of the settings; each has a route `_staff.u.$unit.settings.<name>`. */
  to: string;
  /** Shown to those alone who may. */
  needs: UnitPermission;
}

/** The kinds of settings of a unit, in the order of their tabs. */
export const SETTINGS_TABS: readonly SettingsTab[] = [
  { name: "settings.office.tab", to: "", needs: "settings:read" },
  { name: "public.settings.tab", to: "/public", needs: "settings:read" },
  { name: "calendar.tab", to: "/calendar", needs: "settings:read" },
  { name: "notice.settings.tab", to: "/reminders", needs: "notice:read" },
  { name: "webhook.tab", to: "/webhooks", needs: "webhook:edit" },
  { name: "letterSettings.tab", to: "/letters", needs: "settings:read" },
  { name: "letterSettings.causes.tab", to: "/causes", needs: "settings:read" },
  { name: "form.titles.tab", to: "/forms", needs: "settings:read" },
  { name: "delegation.tab", to: "/delegations", needs: "delegation:read" },
  { name: "staff.tab", to: "/staff", needs: "staff:manage" },
  { name: "readingLog.tab", to: "/reading-log", needs: "audit:read" },
];
