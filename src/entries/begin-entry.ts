import type { ContentFiles } from "../model/load.ts";
import { checkFiles } from "../model/index.ts";
import type { AgreementRecord, Problem } from "../model/index.ts";
import { applyEdits } from "./edit.ts";
import type { Edit } from "./edit.ts";
import { findTaken } from "./find-taken.ts";
import type { Kind } from "./kind.ts";
import { refuseAnswer } from "./question.ts";
import type { Answers, Question, Refusal } from "./question.ts";

export interface Begun {
  edits: Edit[];
  /** The changed files, whole, by path. */
  texts: Map<string, string>;
  /** What would be wrong with the record and is not wrong already; where it is not empty, nothing may be written. */
  problems: Problem[];
}

/** The question that comes next; undefined when all are answered. Those that flags answer are never asked. */
export function nextQuestion(
  kind: Kind,
  record: AgreementRecord,
  answers: Answers,
): Question | undefined {
  return kind.questions.find(
    (question) =>
      answers[question.key] === undefined &&
      (question.when?.(record, answers) ?? true),
  );
}

/** Judges an answer by itself, and an id by whether it is free. */
export function judgeAnswer(
  kind: Kind,
  question: Question,
  record: AgreementRecord,
  files: ContentFiles,
  answers: Answers,
  answer: string,
): Refusal | undefined {
  const refusal = refuseAnswer(question, record, answers, answer);
  if (refusal) return refusal;
  const noun =
    question.key === "id"
      ? kind.noun
      : question.key === "source_id"
        ? "sources"
        : undefined;
  const taken = noun && findTaken(files.texts, noun, answer);
  if (!taken) return undefined;
  const where = taken.length > 0 ? `${taken.file}:${taken.line}` : taken.file;
  return {
    message: `Unexpected id \`${answer}\`, which is in use, expected a new one`,
    hint: `it is ${where}`,
  };
}

const sign = ({ rule, message, place }: Problem) =>
  `${rule} ${place.file} ${message}`;

/**
 * The edits for a new entry, and what the record would say to them. Problems that are there already do not stand
 * in the way: what is missing may be just what is being added.
 */
export function beginEntry(
  kind: Kind,
  record: AgreementRecord,
  files: ContentFiles,
  answers: Answers,
  before: readonly Problem[],
): Begun {
  const edits = kind.edits(record, files.texts, answers);
  const texts = applyEdits(files.texts, files.root, edits);
  const problems: Problem[] = [];
  checkFiles({ ...files, texts }, problems);
  const known = new Set(before.map(sign));
  return {
    edits,
    texts: new Map(edits.map(({ path }) => [path, texts.get(path)!.text])),
    // A warning, such as prose that the new claim leaves behind, is what the editor does next.
    problems: problems.filter(
      (problem) => problem.severity === "error" && !known.has(sign(problem)),
    ),
  };
}
