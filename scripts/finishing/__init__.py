"""What turns the languages' folders into one site: root pages, policy, hosts' files, list of everything."""
