using System.Diagnostics;

namespace Axis.Benchmarks;

/// <summary>A process of this program that says <c>ready</c> when it is, and ends when its input is closed.</summary>
internal sealed class Child : IAsyncDisposable
{
    private Child(Process process) => Process = process;

    public Process Process { get; }

    /// <summary>Starts it and waits until it is ready.</summary>
    /// <exception cref="InvalidOperationException">It ended before.</exception>
    public static async Task<Child> StartAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Child).Assembly.Location, .. arguments])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true,
        };
        var process = Process.Start(start) ?? throw new InvalidOperationException("No process was started.");
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line == "ready")
            {
                return new(process);
            }
        }

        throw new InvalidOperationException($"{string.Join(' ', arguments)} ended before it was ready.");
    }

    /// <summary>The other side of <see cref="StartAsync"/>: says ready and waits for the end.</summary>
    public static async Task ServeAsync()
    {
        await Console.Out.WriteLineAsync("ready");
        await Console.In.ReadToEndAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Process.StandardInput.Close();
        await Process.WaitForExitAsync();
        Process.Dispose();
    }
}
