import { showFileRoute } from '@daka/service-kit/files';

export const showPictureRoute = showFileRoute(
  'The bytes of a picture of homework, or a part of them; what was not handed in yet, for whoever uploaded it only',
  ['learner', 'instructor', 'class_head', 'owner'],
);
