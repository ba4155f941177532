using System.Diagnostics;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Agency.Adapter.Tests.Kit;

/// <summary>The adapter's own program in a process, in a folder of its own; its hub and its broker are away.</summary>
internal sealed class AdapterProcess : IAsyncDisposable
{
    private readonly TestPki pki = new();
    private readonly StringBuilder output = new();
    private Process? process;

    public AdapterProcess()
    {
        using var own = pki.Issue("H37", "H37");
        File.WriteAllText(At("own.pem"), own.ExportCertificatePem() + "\n" + own.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(At("roots.pem"), pki.RootPem);
    }

    public string Root { get; } = Directory.CreateTempSubdirectory("axis-process-").FullName;

    /// <summary>Everything it has written, both ways.</summary>
    public string Output
    {
        get
        {
            lock (output)
            {
                return output.ToString();
            }
        }
    }

    /// <summary>Settings as its file has them; a test adds to them.</summary>
    public Dictionary<string, string> Settings { get; } = new()
    {
        ["Code"] = "H37",
        ["Agencies:0:Code"] = "H37",
        ["SpoolFolder"] = "spool",
        ["CertificatePath"] = "own.pem",
        ["RootsPath"] = "roots.pem",
        ["Broker"] = "amqp://nobody:nothing@127.0.0.1:1",
        ["HubEndpoint"] = "https://127.0.0.1:1",
        ["LocalEndpoint"] = "http://127.0.0.1:0",
        ["DiskReserve"] = "0",
    };

    /// <summary>Variables beside its own.</summary>
    public Dictionary<string, string> Environment { get; } = [];

    /// <summary>Where it listens, once it has said so.</summary>
    public Uri Address => new(Output.Split("Now listening on: ")[1].Split('\n')[0].Trim());

    public string At(string name) => Path.Combine(Root, name);

    public void Start()
    {
        File.WriteAllText(At("adapter.json"), System.Text.Json.JsonSerializer.Serialize(Settings));
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Root };
        start.ArgumentList.Add(typeof(AdapterHost).Assembly.Location);
        start.ArgumentList.Add("--config");
        start.ArgumentList.Add(At("adapter.json"));
        foreach (var (name, value) in Environment)
        {
            start.Environment[name] = value;
        }

        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Note(line.Data);
        process.ErrorDataReceived += (_, line) => Note(line.Data);
        process.Start().ShouldBeTrue();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Asks it to stop, as a supervisor does.</summary>
    public void Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", process!.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>The exit code, once it has ended and all that it wrote is here.</summary>
    public async Task<int> EndAsync()
    {
        await process!.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Wait.Patience, TimeProvider.System);
        return process.ExitCode;
    }

    public ValueTask DisposeAsync()
    {
        if (process is { HasExited: false } running)
        {
            running.Kill();
            running.WaitForExit();
        }

        process?.Dispose();
        pki.Dispose();
        Directory.Delete(Root, recursive: true);
        return ValueTask.CompletedTask;
    }

    private void Note(string? line)
    {
        lock (output)
        {
            output.AppendLine(line);
        }
    }
}
