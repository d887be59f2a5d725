import { makeForms } from "./make-forms.ts";
import { answer } from "./threads.ts";

answer(makeForms);
