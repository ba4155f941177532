using System.Diagnostics;

namespace Axis.Contracts.Tests.Sealing;

/// <summary>The program of that name, in a folder of its own; a third opinion where it is installed.</summary>
internal sealed class Openssl : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("axis-openssl-");

    /// <summary>Skips the test by name where the program is not there.</summary>
    public static Openssl Require()
    {
        var openssl = new Openssl();
        try
        {
            openssl.Run("version").ShouldStartWith("OpenSSL");
        }
        catch (System.ComponentModel.Win32Exception)
        {
            openssl.Dispose();
            Assert.Skip("openssl is not installed.");
        }

        return openssl;
    }

    public string Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(Path.Combine(folder.FullName, name), bytes);
        return name;
    }

    public string Write(string name, string text) => Write(name, System.Text.Encoding.ASCII.GetBytes(text));

    public byte[] Read(string name) => File.ReadAllBytes(Path.Combine(folder.FullName, name));

    /// <summary>What it prints; fails when it does not end with 0.</summary>
    public string Run(params string[] arguments)
    {
        var (exit, output) = Try(arguments);
        exit.ShouldBe(0, string.Join(' ', arguments) + "\n" + output);
        return output;
    }

    /// <summary>How it ends, and what it prints.</summary>
    public (int Exit, string Output) Try(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("openssl", arguments)
        {
            WorkingDirectory = folder.FullName, RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.GetAwaiter().GetResult());
    }

    public void Dispose() => folder.Delete(recursive: true);
}
