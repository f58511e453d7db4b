throw new Error('It was run.');
