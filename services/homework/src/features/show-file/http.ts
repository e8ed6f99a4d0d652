import { showFileRoute } from '@daka/service-kit/files';

export const showHandedInFileRoute = showFileRoute(
  'The bytes of a picture or an attachment of homework, or a part of them; what was not handed in yet, for whoever uploaded it only',
  ['learner', 'instructor', 'class_head', 'owner'],
);
