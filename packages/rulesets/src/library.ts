import type { IndexFrame } from "@gandan/model/index/index-frame";
import { loadIndexFrame } from "@gandan/model/index/load-index-frame";
import { loadModel } from "@gandan/model/model/load-model";
import type { ModelProblem } from "@gandan/model/model/model-problem";
import type { ModelSource } from "@gandan/model/model/model-schema";
import { ruleKinds } from "@gandan/model/rules/rule-kinds";
import { parse } from "yaml";
import { frameTexts } from "./generated/frame-texts";
import { modelTexts } from "./generated/model-texts";
import { procedureTexts } from "./generated/procedure-texts";
import { registerTexts } from "./generated/register-texts";
import { type ProcedureSource, procedureList } from "./procedure-source";
import { type RegisterSource, registerSource } from "./register-source";

/** A model that comes with the platform. */
interface LibraryModel {
  id: string;
  /** Its YAML. */
  text: string;
  /** In full, through what it extends. */
  model: ModelSource;
  /** What its own text says. */
  own: ModelSource;
}

const loaded = new Map<string, LibraryModel>();

/** Model `id` of the library; undefined when there is none. Throws on a text that does not load (its test fails first). */
export function libraryModel(id: string): LibraryModel | undefined {
  const known = loaded.get(id);
  if (known) return known;
  const text = modelTexts[id];
  if (text === undefined) return undefined;
  const library = (above: string) => libraryModel(above)?.own;
  const result = loadModel(text, { file: `${id}.yaml`, library, kinds: ruleKinds });
  if ("problems" in result) throw new Error(sentenceOf(result.problems));
  const model = { id, text, ...result };
  loaded.set(id, model);
  return model;
}

/** All models of the library, by id. */
export function libraryModels(): LibraryModel[] {
  return Object.keys(modelTexts).flatMap((id) => libraryModel(id) ?? []);
}

/** Procedures that communes handle, with the terms in force from their date on. Throws ZodError. */
export function procedures(): ProcedureSource[] {
  return Object.values(procedureTexts).flatMap((text) => procedureList.parse(parse(text)).procedures);
}

/** Who chose which model: `phuoc-long-2023` is the only register so far. Throws ZodError. */
export function register(id = "phuoc-long-2023"): RegisterSource | undefined {
  const text = registerTexts[id];
  return text === undefined ? undefined : registerSource.parse(parse(text));
}

/** Index frame `id`, checked; undefined when there is none. Throws on a text that does not load. */
export function frame(id: string): IndexFrame | undefined {
  const text = frameTexts[id];
  if (text === undefined) return undefined;
  const result = loadIndexFrame(text, { file: `${id}.yaml` });
  if ("problems" in result) throw new Error(sentenceOf(result.problems));
  return result.frame;
}

const sentenceOf = (problems: readonly ModelProblem[]): string =>
  problems.map((one) => `${one.file}:${one.line} ${one.path}: ${one.message.en}`).join("\n");
