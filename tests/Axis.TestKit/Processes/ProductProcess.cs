using System.Diagnostics;
using System.Globalization;
using Axis.Contracts;

namespace Axis.TestKit.Processes;

/// <summary>
/// One program of the product as its own process, which a test may start, stop and kill as often as it likes. Its output goes to a file; it is
/// gone with this process whatever ends a test.
/// </summary>
internal sealed class ProductProcess : IAsyncDisposable
{
    private readonly string name;
    private readonly IReadOnlyList<string> command;
    private readonly Uri ready;
    private readonly string log;
    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(5) };
    private readonly Lock starting = new();
    private Process? process;
    private volatile bool isSupervised;
    private StreamWriter? output;
    private bool closed;

    /// <param name="command">Arguments of <c>dotnet</c>, the program's own first.</param>
    /// <param name="ready">Answers with success as soon as the program is ready for work.</param>
    /// <param name="log">File that its output is appended to.</param>
    public ProductProcess(string name, IReadOnlyList<string> command, Uri ready, string log)
    {
        this.name = name;
        this.command = command;
        this.ready = ready;
        this.log = log;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => KillOnly();
    }

    /// <summary>Id of the running process.</summary>
    public int ProcessId => Running.Id;

    /// <summary>Whether it runs.</summary>
    public bool IsRunning => process is { HasExited: false };

    /// <summary>Resident memory now, and the most it ever had, in bytes.</summary>
    public (long Now, long Peak) Memory => (ReadStatus("VmRSS:"), ReadStatus("VmHWM:"));

    /// <summary>Lets the peak of <see cref="Memory"/> begin anew at what is resident now (proc(5), clear_refs; a process of the same user).</summary>
    public void ForgetPeak() => File.WriteAllText($"/proc/{ProcessId}/clear_refs", "5");

    private Process Running => process ?? throw new InvalidOperationException($"{name} was never started.");

    /// <summary>
    /// From now on it is started again when it ends by itself, as a service manager does (a loop met something that it was not made for). Every such end is
    /// told by <see cref="Relapses"/>.
    /// </summary>
    public void Supervise() => isSupervised = true;

    /// <summary>Starts it without waiting.</summary>
    /// <param name="dieAt">Named place to die (<see cref="CrashPoint"/>), or null.</param>
    public void Start(string? dieAt = null)
    {
        if (IsRunning)
        {
            throw new InvalidOperationException($"{name} runs already.");
        }

        var start = new ProcessStartInfo("dotnet", command) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        start.Environment[CrashPoint.Variable] = dieAt;
        lock (starting)
        {
            process?.Dispose();
            var started = Process.Start(start)!;
            process = started;
            started.OutputDataReceived += (_, line) => Write(line.Data);
            started.ErrorDataReceived += (_, line) => Write(line.Data);
            started.BeginOutputReadLine();
            started.BeginErrorReadLine();
            started.Exited += (_, _) => Relapse(started);
            started.EnableRaisingEvents = true;
        }
    }

    /// <summary>Returns when it is ready for work.</summary>
    /// <exception cref="InvalidOperationException">It ended before.</exception>
    public Task ReadyAsync(CancellationToken cancellation = default) => Eventually.Async(
        async () => IsRunning ? await AnswersAsync(cancellation) : throw new InvalidOperationException($"{name} ended with {Running.ExitCode}: {Tail()}"),
        TimeSpan.FromMinutes(2), () => $"{name} is not ready: {Tail()}", cancellation);

    /// <summary>Starts it and returns when it is ready for work.</summary>
    public Task StartReadyAsync(CancellationToken cancellation = default)
    {
        Start();
        return ReadyAsync(cancellation);
    }

    /// <summary>Waits for its end.</summary>
    /// <returns>Its exit code; 137 when SIGKILL ended it.</returns>
    /// <exception cref="TimeoutException">It still runs.</exception>
    public async Task<int> EndedAsync(TimeSpan? patience = null, CancellationToken cancellation = default)
    {
        await Eventually.Async(() => !IsRunning, patience ?? TimeSpan.FromMinutes(2), () => $"{name} still runs: {Tail()}", cancellation);
        return Running.ExitCode;
    }

    /// <summary>Kills it with SIGKILL, as a power cut would, and waits until it is gone.</summary>
    public void Kill()
    {
        if (KillOnly())
        {
            Running.WaitForExit();
        }
    }

    /// <summary>Asks it to end (SIGTERM) and waits.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> StopAsync(CancellationToken cancellation = default)
    {
        isSupervised = false;
        await SignalAsync("TERM", cancellation);
        return await EndedAsync(null, cancellation);
    }

    /// <summary>Holds it where it stands (SIGSTOP): it is there and says nothing, like a machine that swaps.</summary>
    public Task PauseAsync(CancellationToken cancellation = default) => SignalAsync("STOP", cancellation);

    /// <summary>Lets it go on (SIGCONT).</summary>
    public Task ResumeAsync(CancellationToken cancellation = default) => SignalAsync("CONT", cancellation);

    /// <summary>The end of its output.</summary>
    public string Tail()
    {
        lock (log)
        {
            return File.Exists(log) ? string.Join(Environment.NewLine, File.ReadLines(log).TakeLast(30)) : "(no output)";
        }
    }

    /// <summary>Whether it runs, how it ended if not, and the end of its output.</summary>
    public string Describe() =>
        string.Create(CultureInfo.InvariantCulture, $"{name} {(process is null ? "was never started" : IsRunning ? "runs" : $"ended with {Running.ExitCode}")}: {Tail()}");

    public ValueTask DisposeAsync()
    {
        Kill();
        process?.Dispose();
        process = null;
        http.Dispose();
        lock (log)
        {
            closed = true;
            output?.Dispose();
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>At this process's own end nobody reads the output any more, whose end a wait would include.</summary>
    private bool KillOnly()
    {
        var runs = IsRunning;
        if (runs)
        {
            Running.Kill();
        }

        return runs;
    }

    private void Relapse(Process ended)
    {
        lock (starting)
        {
            if (!isSupervised || ended != process || ended.ExitCode is not (0 or 1))
            {
                return;
            }
        }

        Relapses.Add(Describe());
        Start();
    }

    private async Task<bool> AnswersAsync(CancellationToken cancellation)
    {
        try
        {
            using var response = await http.GetAsync(ready, cancellation);
            return response.IsSuccessStatusCode;
        }
        catch (Exception away) when (away is HttpRequestException or TaskCanceledException && !cancellation.IsCancellationRequested)
        {
            return false;
        }
    }

    private async Task SignalAsync(string signal, CancellationToken cancellation)
    {
        using var kill = Process.Start("kill", ["-" + signal, ProcessId.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(cancellation);
    }

    private void Write(string? line)
    {
        if (line is not null)
        {
            lock (log)
            {
                if (!closed)
                {
                    output ??= new StreamWriter(new FileStream(log, FileMode.Append, FileAccess.Write, FileShare.ReadWrite)) { AutoFlush = true, NewLine = "\n" };
                    output.WriteLine(line);
                }
            }
        }
    }

    // "VmRSS:	  123456 kB"
    private long ReadStatus(string field) =>
        long.Parse(
            File.ReadLines($"/proc/{ProcessId}/status").Single(line => line.StartsWith(field, StringComparison.Ordinal))
                .Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1],
            CultureInfo.InvariantCulture) * 1024;
}
