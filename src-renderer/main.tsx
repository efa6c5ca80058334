import './api/no-code-generation';
import './theme/base.css';
import { createDOMRenderer, RendererProvider } from '@fluentui/react-components';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app';

/** The content security policy admits only style elements with the nonce of this load; the main process writes it into the page. */
function styleRenderer() {
  const nonce = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? '';
  return createDOMRenderer(document, { styleElementAttributes: { nonce } });
}

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

createRoot(root).render(
  <StrictMode>
    <RendererProvider renderer={styleRenderer()} targetDocument={document}>
      <App />
    </RendererProvider>
  </StrictMode>,
);
