import { homeworkHttp, iso, refuse } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import type { z } from 'zod';
import type { Ports, Snippet } from '../../ports';

type Needs = Pick<Ports, 'snippets' | 'clock'>;

/** One person's own, read whole. */
const MAX_SNIPPETS = 200;
const access = ['instructor', 'class_head', 'owner'] as const;

export const listSnippetsRoute = route<Needs>()({
  method: 'get',
  path: '/cohorts/:cohortId/snippets',
  summary: 'My own comments to use again, the newest first; they are the same in every cohort',
  access,
  params: homeworkHttp.CohortParams,
  answers: { 200: homeworkHttp.Snippets },
  async handle({ user }, { snippets }) {
    return { items: (await snippets.of(user.id, MAX_SNIPPETS)).map(presentSnippet) };
  },
});

export const saveSnippetRoute = route<Needs>()({
  method: 'put',
  path: '/cohorts/:cohortId/snippets/:snippetId',
  summary: 'Keep a comment to use again, under an id that its writer chooses',
  access,
  params: homeworkHttp.SnippetParams,
  body: homeworkHttp.SnippetBody,
  answers: { 200: homeworkHttp.Snippet, 409: refusals('too_many_snippets') },
  async handle({ params: { snippetId }, body: { text }, user }, { snippets, clock }) {
    const known = await snippets.of(user.id, MAX_SNIPPETS);
    if (known.length >= MAX_SNIPPETS && known.every(({ id }) => id !== snippetId))
      return refuse('too_many_snippets', `At most ${MAX_SNIPPETS}.`);
    const snippet = { id: snippetId, reviewerId: user.id, text, savedAtMs: clock.nowMs() };
    await snippets.save(snippet);
    return presentSnippet(snippet);
  },
});

export const removeSnippetRoute = route<Needs>()({
  method: 'delete',
  path: '/cohorts/:cohortId/snippets/:snippetId',
  summary: 'Throw a comment to use again away',
  access,
  params: homeworkHttp.SnippetParams,
  answers: { 204: null },
  async handle({ params: { snippetId }, user }, { snippets }) {
    await snippets.remove(user.id, snippetId);
    return null;
  },
});

function presentSnippet({ id, text, savedAtMs }: Snippet): z.infer<typeof homeworkHttp.Snippet> {
  return { id, text, savedAt: iso(savedAtMs) };
}
