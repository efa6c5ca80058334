import { z } from 'zod';

// Imported before any schema is made: without it the schema library probes `new Function`, which our content security policy reports.
z.config({ jitless: true });
