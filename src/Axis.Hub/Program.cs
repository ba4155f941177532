return await Axis.Hub.Commands.HubCommand.RunAsync(args);
