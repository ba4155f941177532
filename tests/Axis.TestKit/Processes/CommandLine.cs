using System.Diagnostics;

namespace Axis.TestKit.Processes;

/// <summary>Runs a program to its end, as an operator does in a terminal.</summary>
internal static class CommandLine
{
    /// <param name="environment">Variables that it sees beside this process's own; null takes one away.</param>
    /// <param name="cancellation">Kills it and what it started.</param>
    public static async Task<CommandOutcome> RunAsync(
        string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?>? environment, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        var errors = process.StandardError.ReadToEndAsync(cancellation);
        try
        {
            await process.WaitForExitAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return new(process.ExitCode, await output, await errors);
    }
}

/// <summary>What a program said and how it ended.</summary>
internal sealed record CommandOutcome(int ExitCode, string Output, string Errors)
{
    /// <summary>What it wrote.</summary>
    /// <exception cref="InvalidOperationException">It ended with something else than 0.</exception>
    public string RequireOutput() =>
        ExitCode == 0 ? Output : throw new InvalidOperationException($"It ended with {ExitCode}: {Errors}{Environment.NewLine}{Output}");
}
