import CounterweightCLI

await CounterweightCommand.runAndExit()
