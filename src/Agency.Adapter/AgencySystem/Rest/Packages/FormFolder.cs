namespace Agency.Adapter.AgencySystem.Rest.Packages;

/// <summary>Where the files of a form lie until the package is written. What a crash leaves there is swept at the next start.</summary>
internal sealed class FormFolder(AdapterOptions options) : IHostedService
{
    private string Root => Path.Combine(options.SpoolFolder, "forms");

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (Directory.Exists(Root))
        {
            Directory.Delete(Root, recursive: true);
        }

        Directory.CreateDirectory(Root);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>A name that nobody else uses.</summary>
    public string NewFile() => Path.Combine(Root, MassTransit.NewId.NextSequentialGuid().ToString("N"));
}
