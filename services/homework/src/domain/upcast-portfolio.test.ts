import { portfolioUpcasts } from './upcast-portfolio';

const first = {
  enrolmentId: 'e',
  cohortId: 'c',
  learnerId: 'l',
  status: 'member',
  memberNumber: 7,
  submissions: [{ id: 's', assignmentId: 'a', status: 'commented', versions: [{ version: 1 }], feedback: [{}, {}] }],
};

it('what was stored before is read: answers count as read, nobody is told what it counted for, and there are no files', () => {
  const today = portfolioUpcasts.reduce<unknown>((state, upcast) => upcast(state as never), first);
  expect(today).toEqual({
    ...first,
    timeZone: null,
    doneDays: [],
    excusedDays: [],
    watermarkMs: null,
    submissions: [
      {
        ...first.submissions[0],
        feedbackRead: 2,
        counts: null,
        kept: null,
        versions: [{ version: 1, pictures: [], attachments: [] }],
        feedback: [
          { corrections: [], reached: null },
          { corrections: [], reached: null },
        ],
      },
    ],
  });
});
