import type { UnitCtx } from "@gandan/auth/unit-context";
import { newUnit, type TestDatabase } from "@gandan/db/test-database";
import { modelSource } from "@gandan/model/model/model-schema";
import { actingAt, adoptOwn, ownModel } from "../dossier/dossier-test-unit";
import { readOffer } from "./list-forms";
import { openForm } from "./open-form";

export const ORIGIN = "https://xa.example";
export const NOON = "2026-11-20T12:00";

/** A model with a promise that nothing measures, and a form of one question. */
export const modelWith = (text: string, english = true) =>
  modelSource.parse({
    ...ownModel,
    slogans: [{ id: "bon-luon", title: "4 luôn", commitments: [{ id: "mim-cuoi", text: "Luôn mỉm cười" }] }],
    surveys: [
      {
        id: "phieu",
        code: "Mẫu số 2",
        title: "Phiếu hỏi",
        ...(english ? { translations: { en: { title: "Survey" } } } : {}),
        questions: [
          { id: "chung", kind: "level5", text, ...(english ? { translations: { en: { text: "Overall?" } } } : {}) },
        ],
      },
    ],
  });

/** A unit that runs a model with a form, and its keeper. */
export async function unitWithModel(database: TestDatabase, text = "Nhìn chung?"): Promise<UnitCtx> {
  const unitId = await newUnit(database.owner);
  await adoptOwn(database, unitId, "2026-01-01", null, modelWith(text));
  return actingAt(database, unitId, NOON, ["model-keeper"]);
}

/** Opens a form that the unit's model offers. */
export async function openOffered(ctx: UnitCtx, slug = "phieu") {
  const { checksum } = await readOffer(ctx, { slug });
  return openForm(ctx, { slug, checksum, minCell: 5 });
}

/** An error of the API by its key. */
export const refused = (key: string) => ({ key });
