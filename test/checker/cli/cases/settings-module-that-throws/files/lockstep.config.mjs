throw new Error('The environment lacks DOCS.');
