/** Makes this process a program that `startProgram` (bundled-program.ts) starts: it answers what it is asked. */
export function answerRequests<Request, Answer extends object>(answer: (request: Request) => Promise<Answer>): void {
  process.on('message', (request: Request) => {
    answer(request).then(
      (given) => process.send?.(given),
      (error: unknown) => process.send?.({ problem: error instanceof Error ? error.message : String(error) }),
    );
  });
}
