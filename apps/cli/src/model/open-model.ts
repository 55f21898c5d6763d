import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { type LoadedModel, loadModel } from "@gandan/model/model/load-model";
import type { ModelProblem } from "@gandan/model/model/model-problem";
import type { ModelSource } from "@gandan/model/model/model-schema";
import { libraryModel } from "@gandan/rulesets/library";
import { Problem } from "../system/problem";

export interface OpenModel {
  text: string;
  loaded: LoadedModel;
}

/** Models beside a file, by id, then those of the library; a file does not find itself. */
function findModel(folder: string, id: string): ModelSource | undefined {
  const beside = join(folder, `${id}.yaml`);
  if (existsSync(beside)) {
    const library = (above: string) => (above === id ? undefined : findModel(folder, above));
    const loaded = loadModel(readFileSync(beside, "utf8"), { file: beside, library });
    if ("own" in loaded) return loaded.own;
  }
  return libraryModel(id)?.own;
}

/** A model by the name of its file, or by its id in the library. Throws Problem when there is neither. */
export function openModel(name: string): OpenModel {
  if (existsSync(name)) {
    const text = readFileSync(name, "utf8");
    return { text, loaded: loadModel(text, { file: basename(name), library: (id) => findModel(dirname(name), id) }) };
  }
  const known = libraryModel(name);
  if (known) return { text: known.text, loaded: { model: known.model, own: known.own } };
  throw new Problem(
    `Không có tệp hay mô hình “${name}”. Xem các mô hình bằng “gandan model list”.`,
    `There is no file or model “${name}”. See the models with “gandan model list”.`,
  );
}

/** One problem a line: where it is, and what to do in both languages. */
export function problemLines(problems: readonly ModelProblem[]): string {
  return problems
    .map(
      ({ file, line, column, path, message }) => `${file}:${line}:${column} ${path}\n  ${message.vi}\n  ${message.en}`,
    )
    .join("\n");
}

/** A model without problems. Throws Problem that names them. */
export function openGoodModel(name: string): ModelSource {
  const { loaded } = openModel(name);
  if ("model" in loaded) return loaded.model;
  const lines = problemLines(loaded.problems);
  throw new Problem(`Mô hình “${name}” có chỗ cần sửa:\n${lines}`, `The model “${name}” has problems.`);
}
