using System.CommandLine;
using Axis.Hub.Platform.Security;
using Spectre.Console;

namespace Axis.Hub.Commands;

/// <summary><c>certificate server</c>: for development, what a TLS server such as the broker needs.</summary>
internal static class CertificateCommand
{
    public static Command Create(HubCommand hub)
    {
        var authority = new Option<string>("--authority") { Description = "Folder of the development authority, made if absent. Never in production", Required = true };
        var output = new Option<string>("--out") { Description = "Folder for roots.pem, server.pem and server.key", Required = true };
        var names = new Option<string[]>("--name") { Description = "Name or address of the server beside localhost, 127.0.0.1 and ::1; may be given many times" };
        var server = new Command("server", "Issue a TLS server certificate of a development authority, for the broker") { authority, output, names };
        return new Command("certificate", "Certificates for development")
        {
            hub.Does(server, (run, _) =>
            {
                var folder = Path.GetFullPath(run.Parsed.GetRequiredValue(output));
                using var development = DevelopmentAuthority.CreateOrLoad(run.Parsed.GetRequiredValue(authority), TimeProvider.System);
                using var issued = development.IssueServer(run.Parsed.GetValue(names));
                ServerFiles.Write(folder, development, issued);
                run.Write(
                    new { Folder = folder, Until = issued.NotAfter.ToUniversalTime() },
                    terminal => terminal.MarkupLineInterpolated($"{ServerFiles.RootsFile}, {ServerFiles.ServerFile} and {ServerFiles.KeyFile} are in {folder}"));
                return Task.FromResult(0);
            }),
        };
    }
}
