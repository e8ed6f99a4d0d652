import { showFileRoute } from '@daka/service-kit/files';

export const showEntryFileRoute = showFileRoute(
  'The bytes of a picture or a voice note, or a part of them; what no check-in names yet, for whoever uploaded it only',
  ['learner', 'owner', 'class_head', 'instructor', 'committee'],
);
