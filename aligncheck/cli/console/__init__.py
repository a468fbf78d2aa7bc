"""What all commands share: options, standard input and output, the terminal, errors at the edge."""
