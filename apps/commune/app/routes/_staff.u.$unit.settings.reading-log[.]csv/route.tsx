import { readReadingLog } from "@gandan/model/reading-log/reading-log-inputs";
import { csvFile } from "@gandan/site/csv-file.server";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { orResponse, unitCaller } from "../../caller.server";
import { readingDetail } from "../../reading-log/reading-detail";

/** The filtered log of readings as a file; that it was taken stands in the log. */
export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, format, unitId } = await unitCaller(args);
  const filters = readReadingLog.parse(Object.fromEntries(new URL(args.request.url).searchParams));
  const readings = await orResponse(t, caller.readingLog.export({ unitId, ...filters }));
  const header = [
    t("readingLog.at"),
    t("readingLog.person"),
    t("staff.signInName"),
    t("readingLog.act"),
    t("readingLog.about"),
    t("readingLog.details"),
  ];
  return csvFile(t("readingLog.file"), [
    header,
    ...readings.map(({ at, person, personId, signInName, action, dossierCode, details }) => [
      format.dateTime(at),
      person ?? (personId === "citizen" ? t("readingLog.citizen") : personId),
      signInName ?? "",
      t(`readingLog.does.${action}`),
      dossierCode ?? "",
      readingDetail(t, details),
    ]),
  ]);
}
