import { speak } from '../texts/language';
import { useLanguage } from '../texts/use-text';
import { Button } from './button';

/** Each language is named in itself, so that its readers find it. */
export function LanguageSwitch() {
  const language = useLanguage();
  return language === 'en' ? (
    <Button quiet small onPress={() => void speak('zh-CN', { remember: true })}>
      中文
    </Button>
  ) : (
    <Button quiet small onPress={() => void speak('en', { remember: true })}>
      English
    </Button>
  );
}
