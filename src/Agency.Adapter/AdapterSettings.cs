namespace Agency.Adapter;

/// <summary>Reads the settings of a process: <c>adapter.json</c>, variables <c>AXIS_*</c>, then <c>--name value</c>; the last one counts.</summary>
internal static class AdapterSettings
{
    /// <summary>Names the settings' file; its folder is what relative paths in it are relative to.</summary>
    public const string File = "config";

    /// <summary>Reads the settings.</summary>
    /// <exception cref="FileNotFoundException">A file was named that is not there.</exception>
    public static AdapterOptions Read(string[] args)
    {
        var named = new ConfigurationBuilder().AddCommandLine(args).Build()[File];
        var path = Path.GetFullPath(named ?? "adapter.json");
        var options = new ConfigurationBuilder()
            .AddJsonFile(path, optional: named is null)
            .AddEnvironmentVariables("AXIS_")
            .AddCommandLine(args)
            .Build()
            .Get<AdapterOptions>() ?? new AdapterOptions();
        var folder = Path.GetDirectoryName(path)!;
        options.SpoolFolder = Path.Combine(folder, options.SpoolFolder);
        options.CertificatePath = Within(folder, options.CertificatePath);
        options.KeyPath = Within(folder, options.KeyPath);
        options.RootsPath = Within(folder, options.RootsPath);
        options.IntermediatesPath = Within(folder, options.IntermediatesPath);
        options.BrokerRootsPath = options.BrokerRootsPath == AdapterOptions.MachineRoots ? options.BrokerRootsPath : Within(folder, options.BrokerRootsPath);
        options.TimeStampRootsPath = Within(folder, options.TimeStampRootsPath);
        foreach (var agency in options.Agencies)
        {
            agency.Folder = Within(folder, agency.Folder);
            agency.Webhook.SecretPath = Within(folder, agency.Webhook.SecretPath);
            agency.Webhook.RootsPath = Within(folder, agency.Webhook.RootsPath);
        }

        return options;
    }

    private static string Within(string folder, string path) => path.Length == 0 ? path : Path.Combine(folder, path);
}
