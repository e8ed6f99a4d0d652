import ReactMarkdown from 'react-markdown';
import rehypeSanitize from 'rehype-sanitize';
import styles from './markdown.module.css';

/** Below a card's own heading. */
const components = { h1: 'h3', h2: 'h3', h3: 'h4', h4: 'h4', h5: 'h4', h6: 'h4' } as const;

/** Markdown that somebody else wrote, as elements and never as HTML; pictures from elsewhere are not fetched. */
export function Markdown({ source }: { source: string }) {
  return (
    <div className={styles['markdown']}>
      <ReactMarkdown
        components={components}
        rehypePlugins={[rehypeSanitize]}
        disallowedElements={['img']}
        unwrapDisallowed
      >
        {source}
      </ReactMarkdown>
    </div>
  );
}
